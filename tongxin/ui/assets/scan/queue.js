// 扫到的先记在手机上，送到了才去掉：断网、刷新、关掉再开都不丢；送两次也只算一次，由服务器认。
export function makeQueue(name) {
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(name)) || [];
    } catch {
      return [];
    }
  };
  const write = (scans) => localStorage.setItem(name, JSON.stringify(scans));
  return {
    all: read,
    add: (code, more = {}) => {
      const key = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
      const scan = { key, code, at: new Date().toISOString(), ...more };
      write([...read(), scan]);
      return scan;
    },
    drop: (keys) => write(read().filter((scan) => !keys.includes(scan.key))),
  };
}
