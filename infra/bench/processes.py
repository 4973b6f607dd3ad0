"""Starting what is measured, and reading what it costs from /proc. Linux only."""

import os
import signal
import socket
import subprocess
import time
import urllib.parse

TICKS = os.sysconf("SC_CLK_TCK")


def stat(pid):
    """utime + stime + those of dead children, in seconds; parent pid."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return sum(int(value) for value in fields[11:15]) / TICKS, int(fields[1])


def tree_cpu(root):
    """CPU seconds of a process and of its children: a PostgreSQL server and its backends."""
    total = 0.0
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                seconds, parent = stat(int(name))
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(name) == root or parent == root:
                total += seconds
    return total


def memory_mb(pid):
    """Resident set, the part of it that is files (the AOT cache, the JDK), and proportional set, in MiB."""
    values = {}
    for name in ("smaps_rollup", "status"):
        with open(f"/proc/{pid}/{name}") as file:
            for line in file:
                parts = line.split()
                if parts[0] in ("Rss:", "Pss:", "RssFile:"):
                    values[parts[0]] = int(parts[1]) / 1024
    return values["Rss:"], values["RssFile:"], values["Pss:"]


def forget_peak(pid):
    """From now on peak_mb counts anew."""
    with open(f"/proc/{pid}/clear_refs", "w") as file:
        file.write("5")


def peak_mb(pid):
    """The largest resident set since forget_peak, in MiB."""
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM:"))


def machine_cpu():
    """CPU seconds that the whole machine has worked."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, irq, softirq, *_ = (int(v) for v in file.readline().split()[1:])
    return (user + nice + system + irq + softirq) / TICKS


def end(process, patience=30):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Servers:
    """The embedded PostgreSQL (fsync on) and Redis, until close."""

    def __init__(self, java, home):
        self.process = subprocess.Popen(
            [java, "-Xmx96m", "-XX:+UseSerialGC", "-cp", "infra/dev/target/classes:infra/dev/target/lib/*",
             "io.cybervpn.dev.Servers", home],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.at = {}
        for line in self.process.stdout:
            if not line.strip():
                break
            key, value = line.strip().split("=", 1)
            self.at[key] = value
        if "redisUrl" not in self.at:
            raise SystemExit("the embedded servers did not start")

    def environment(self):
        return {
            "QUARKUS_DATASOURCE_JDBC_URL": self.at["jdbcUrl"],
            "QUARKUS_DATASOURCE_REACTIVE_URL": self.at["reactiveUrl"],
            "QUARKUS_DATASOURCE_USERNAME": self.at["username"],
            "QUARKUS_DATASOURCE_PASSWORD": self.at["password"],
            "QUARKUS_REDIS_HOSTS": self.at["redisUrl"],
        }

    def psql_environment(self):
        return dict(os.environ, PGHOST="127.0.0.1", PGPORT=self.at["port"], PGUSER=self.at["username"],
                    PGPASSWORD=self.at["password"], PGDATABASE=self.at["database"])

    def sql(self, text):
        done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1"], input=text, text=True, check=True,
                              capture_output=True, env=self.psql_environment())
        return done.stdout.strip()

    def valkey(self, *words):
        """One command, and its answer of one line."""
        url = urllib.parse.urlparse(self.at["redisUrl"])
        with socket.create_connection((url.hostname, url.port), 10) as connection:
            answers = connection.makefile("rb")
            for command in (("AUTH", url.password), words):
                connection.sendall(b"*%d\r\n" % len(command) + b"".join(
                    b"$%d\r\n%s\r\n" % (len(word.encode()), word.encode()) for word in command))
                answer = answers.readline()
                if answer.startswith(b"-"):
                    raise SystemExit(f"{command[0]}: {answer.decode().strip()}")
            return answer

    def cpu(self):
        return tree_cpu(int(self.at["postgresPid"]))

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)


class Shop:
    """The packaged shop; start() answers how long it took until it served a read from the database."""

    def __init__(self, java, options, environment, port, log):
        self.port = port
        self.command = [java, *options, "-jar", "presentation/target/quarkus-app/quarkus-run.jar"]
        self.environment = dict(os.environ, QUARKUS_HTTP_PORT=str(port), **environment)
        self.log = log
        self.process = None

    def start(self, answers):
        begun = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, env=self.environment, stdout=log, stderr=log)
        while not answers():
            if self.process.poll() is not None or time.monotonic() - begun > 120:
                raise SystemExit(f"the shop did not start, see {self.log}")
            time.sleep(0.01)
        return time.monotonic() - begun, stat(self.process.pid)[0]

    def cpu(self):
        return stat(self.process.pid)[0]

    def stop(self):
        end(self.process)
