"""What tests stand on: databases, browsers, servers."""
