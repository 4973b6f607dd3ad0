"""The nightly work of a large shop: subscriptions whose time has come, and a panel compared and filled again."""

import os
import re
import subprocess
import time
import urllib.request

from processes import end, forget_peak, peak_mb

PANEL_PORT = 18090
PANEL_TOKEN = "sandbox-panel-token"
ENVIRONMENT = {"CYBERVPN_PANEL_URL": f"http://127.0.0.1:{PANEL_PORT}", "CYBERVPN_PANEL_TOKEN": PANEL_TOKEN,
               "CYBERVPN_PROVISIONING_EVERY": "1s"}

SUBSCRIPTIONS = """
insert into subscription (id, account_id, status, plan_id, plan_name, traffic_limit_bytes, traffic_reset, device_limit,
                          server_groups, started_at, expire_at)
select uuidv7(), md5('a' || n)::uuid, 'active', (select id from plan limit 1), '{"en": "Pro"}', 107374182400, 'month',
       3, '{Pro}', now() - interval '30 days', case when n <= %d then to_timestamp(%d) - n * interval '1 microsecond'
       else now() + n %% 360 * interval '1 day' + interval '1 day' end
from generate_series(1, %d) n;
vacuum analyze subscription;
checkpoint;
"""
ACCESSES = """
insert into access (id, account_id, username, enabled, expire_at, traffic_reset, traffic_limit_bytes, device_limit,
                    server_groups, generation, status, next_attempt_at, created_at, updated_at)
select id, account, 'cv_' || replace(id::text, '-', ''), true, now() + interval '30 days', 'month', 107374182400, 3,
       '{Pro}', 1, 'pending', now(), now(), now()
from (select uuidv7() as id, md5('a' || n)::uuid as account from generate_series(1, %d) n) a;
vacuum analyze access;
checkpoint;
"""


def expiry(bench):
    """How long it takes to end those whose time has come, out of many that run on."""
    due, rows = bench.args.due, bench.args.subscriptions
    bench.servers.sql("truncate subscription cascade")
    at = int(time.time()) + max(60, rows // 8_000)
    bench.servers.sql(SUBSCRIPTIONS % (due, at, rows))
    if time.time() > at:
        raise SystemExit("it took too long to fill the tables")
    measure(bench, f"{due} of {rows} subscriptions end", due,
            lambda: due - number(bench, "select count(*) from (select from subscription where status = 'active'"
                                        f" and expire_at <= to_timestamp({at}) limit {due}) d"),
            lambda: reads(bench, "subscription", "subscription_due"))
    told = number(bench, "select count(*) from outbox where event_type = 'subscription.expired'")
    wrong = number(bench, f"select count(*) from subscription where (status = 'expired') <> (expire_at <= to_timestamp({at}))")
    if wrong or told % due:
        raise SystemExit(f"{wrong} subscriptions are wrong, {told} events")


def reconcile(bench):
    """A panel that forgot all its users is filled again; then it is compared, first as it should be, then with losses."""
    users, lost = bench.args.users, bench.args.users // 100
    panel = subprocess.Popen(
        [bench.java, "-Xmx2g", f"-Dsandbox.panel-port={PANEL_PORT}", "-Dsandbox.crypto-pay-port=0",
         "-cp", "infra/dev/target/classes:infra/dev/target/lib/*", "io.cybervpn.sandbox.SandboxMain"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(20)
        bench.servers.sql(ACCESSES % users)
        ready = lambda: number(bench, "select count(*) from access where status = 'ready'")
        measure(bench, f"{users} users brought to an empty panel", users, ready)
        sweep(bench, f"{users} users compared", users)
        names = bench.servers.sql(f"select username from access order by id limit {lost}").split()
        for name in names:
            forget(name)
        sweep(bench, f"{users} users compared, {lost} are gone", users - lost)
        begun = time.monotonic()
        while number(bench, "select count(*) from access where status <> 'ready' or next_attempt_at is not null"):
            time.sleep(0.25)
        found = sum(exists(name) for name in names)
        print(f"{'':44} the last of them is there again {time.monotonic() - begun:.1f} s after the comparison")
        if found != lost:
            raise SystemExit(f"only {found} of {lost} came back")
    finally:
        end(panel)


def sweep(bench, name, seen):
    begun = bench.servers.sql("update panel_sweep set started_at = '1970-01-01T00:00:00Z'; select clock_timestamp()")
    while number(bench, f"select count(*) from panel_sweep where started_at >= '{begun}'") == 0:
        time.sleep(0.1)
    measure(bench, name, seen, lambda: number(bench, f"select count(*) from access where seen_at >= '{begun}'"))


def measure(bench, name, count, done, counters=lambda: {}):
    """Waits until done() tells count, and prints what it took from the last moment in which nothing was done."""
    before, shop, postgres = counters(), bench.shop.cpu(), bench.servers.cpu()
    forget_peak(bench.shop.process.pid)
    begun, reached, limit = time.monotonic(), 0, time.monotonic() + 3_600
    while reached < count:
        if time.monotonic() > limit:
            raise SystemExit(f"{name}: only {reached} of {count} within an hour")
        looked = time.monotonic()
        reached = done()
        if not reached:
            # Nothing is done yet: what takes time begins after this.
            begun, shop, postgres = looked, bench.shop.cpu(), bench.servers.cpu()
        time.sleep(0.25)
    seconds = time.monotonic() - begun
    after = counters()
    more = "".join(f"   {key} {after[key] - before[key]}" for key in after)
    print(f"{name:44} {seconds:7.1f} s {count / max(seconds, 0.25):8.0f} /s   CPU s: shop {bench.shop.cpu() - shop:.1f} + "
          f"PostgreSQL {bench.servers.cpu() - postgres:.1f}   peak RSS {peak_mb(bench.shop.process.pid):.0f} MB{more}")


def reads(bench, table, index):
    """What PostgreSQL has read of a table, as it counts it, some seconds late."""
    time.sleep(2)
    scans, whole, rows = bench.servers.sql(
        "select idx_scan, (select seq_scan from pg_stat_user_tables where relname = '%s'), idx_tup_read"
        " from pg_stat_user_indexes where indexrelname = '%s'" % (table, index)).split("|")
    return {"index scans": int(scans), "rows read by them": int(rows), "whole scans": int(whole)}


def number(bench, query):
    return int(bench.servers.sql(query))


def ask(method, path):
    request = urllib.request.Request(f"http://127.0.0.1:{PANEL_PORT}{path}", method=method,
                                     headers={"Authorization": "Bearer " + PANEL_TOKEN})
    with urllib.request.urlopen(request, timeout=30) as response:
        return response.read().decode()


def forget(name):
    user = re.search(r'"id":(\d+)', ask("GET", "/api/users/by-username/" + name)).group(1)
    ask("DELETE", "/api/users/" + user)


def exists(name):
    return f'"{name}"' in ask("GET", "/api/users/by-username/" + name)
