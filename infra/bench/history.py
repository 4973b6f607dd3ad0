"""How much slower a shop with a long past is: the same paths before and after a million paid payments."""

import os

HERE = os.path.dirname(os.path.abspath(__file__))
LISTS = {
    "payments, newest 25": "/api/v1/admin/payments?count=false",
    "payments, flagged": "/api/v1/admin/payments?state=flagged&count=false",
    "payments of a provider": "/api/v1/admin/payments?provider=cryptobot&count=false",
    "a payment by its reference": "/api/v1/admin/payments?q=odd-7&count=false",
    "ledger, newest 50": "/api/v1/admin/ledger/transactions",
    "unallocated money": "/api/v1/admin/unallocated",
    "users, newest 50": "/api/v1/admin/users?size=50&count=false",
}


def measure(bench):
    """Prints each path before, after, and the ratio of its p99; the count of all payments is told by itself."""
    bench.servers.sql(sql(1_000))
    before = rounds(bench)
    # The books are append only: their triggers would not let them be emptied.
    bench.servers.sql("set session_replication_role = replica;"
                      "truncate payment, sales_order, ledger_posting, ledger_transaction, inbox, outbox cascade")
    bench.servers.sql(sql(bench.args.rows))
    print(f"--- now with {bench.servers.sql('select count(*) from payment')} payments")
    after = rounds(bench)
    for name, small in before.items():
        large = after[name]
        print(f"{name:32} p99 {small['p99']:.1f} -> {large['p99']:.1f} ms: {large['p99'] / small['p99']:.2f}   "
              f"CPU ms {cpu(small):.2f} -> {cpu(large):.2f}: {cpu(large) / cpu(small):.2f}")
    bench.read("payments, newest 25, counted", "/api/v1/admin/payments", bench.token)


def sql(rows):
    with open(os.path.join(HERE, "history.sql")) as file:
        return file.read().replace(":rows", str(rows))


def cpu(row):
    return row["shop"] + row["postgres"]


def rounds(bench):
    bench.token = bench.admin()["tokens"]["accessToken"]
    rows = {name: bench.read(name, path, bench.token) for name, path in LISTS.items()}
    bench.settle_round(bench.pushes())
    rows["webhook to settled"] = bench.report(
        "webhook to settled", [bench.settle_round(bench.pushes()) for _ in range(bench.args.rounds)])
    return rows
