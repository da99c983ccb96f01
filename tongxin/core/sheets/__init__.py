"""Read the spreadsheets offices really have, write tidy ones. No models here: what the rows mean is for the apps."""
