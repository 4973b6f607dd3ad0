package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.cybervpn.presentation.simulation.Vendor.Took;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the shop's books by what the play itself knows: what each provider took, what each
 * customer wanted and what staff did. Nothing here is computed by the shop's own code.
 */
final class Verdict {
    private static final Set<String> FIATS = Set.of("RUB", "USD", "USDT", "XTR");

    private final Books books;
    private final List<Buyer> buyers;
    private final List<Vendor> vendors;
    private final Map<String, List<Took>> took = new HashMap<>();
    private final Map<String, Row> orders;
    private final List<Row> refunds;
    private final Map<String, List<Row>> refundsOf;
    private final Prices prices;
    private final Map<String, Long> balances;
    private final Map<String, Long> lapsed;
    private final List<String> complaints = new ArrayList<>();

    Verdict(Books books, Prices prices, List<Buyer> buyers, List<Vendor> vendors) {
        this.books = books;
        this.prices = prices;
        this.buyers = buyers;
        this.vendors = vendors;
        vendors.forEach(
                vendor ->
                        vendor.took()
                                .forEach(
                                        one ->
                                                took.computeIfAbsent(
                                                                one.payment(),
                                                                _ -> new ArrayList<>())
                                                        .add(one)));
        this.orders =
                books.rows("select id::text as id, status from sales_order").stream()
                        .collect(Collectors.toMap(row -> row.getString("id"), row -> row));
        complaints.addAll(new OwnOrders(books, vendors).adopt(buyers));
        this.refunds = books.rows("select *, payment_id::text as payment from refund order by id");
        this.refundsOf =
                refunds.stream().collect(Collectors.groupingBy(row -> row.getString("payment")));
        this.balances = books.balances();
        this.lapsed = books.lapsed();
    }

    /** All that is wrong; empty when nothing is. */
    List<String> complaints() {
        books.waiting().forEach((what, count) -> complaints.add(count + " waiting: " + what));
        vendors.forEach(this::clearing);
        vendors.forEach(this::unallocated);
        sales().forEach(this::order);
        FIATS.forEach(this::revenue);
        buyers.forEach(buyer -> FIATS.forEach(asset -> wallet(buyer, asset)));
        complaints.addAll(new TaxVerdict(books, refundsOf).complaints(paid()));
        complaints.addAll(new PaidDaysVerdict(books, prices, buyers, refundsOf).complaints());
        return complaints;
    }

    private List<Sale> sales() {
        return buyers.stream().flatMap(buyer -> buyer.sales().stream()).toList();
    }

    private List<Took> of(Sale sale) {
        return took.getOrDefault(sale.payment(), List.of());
    }

    /** The money that pays for it, if such money came. */
    private Optional<Money> fitting(Sale sale) {
        return of(sale).stream()
                .map(Took::money)
                .filter(money -> money.asset().equals(sale.asked().asset()))
                .filter(money -> money.compareTo(sale.asked()) >= 0)
                .findFirst();
    }

    private void claim(String what, long expected, long found) {
        if (expected != found) {
            complaints.add("%s: should be %d, is %d".formatted(what, expected, found));
        }
    }

    private long balance(String name) {
        return balances.getOrDefault(name, 0L);
    }

    private long refunded(Row refund, String part) {
        return Optional.ofNullable(refund.getLong(part)).orElse(0L);
    }

    private List<Row> stands(String destination) {
        return refunds.stream()
                .filter(row -> row.getString("state").equals("succeeded"))
                .filter(row -> row.getString("destination").equals(destination))
                .toList();
    }

    private Map<String, Vendor> vendorsOfPayments() {
        Map<String, Vendor> found = new HashMap<>();
        sales().forEach(sale -> sale.vendor().ifPresent(it -> found.put(sale.payment(), it)));
        return found;
    }

    /** What we have with a provider is what it took, less what it gave back. */
    private void clearing(Vendor vendor) {
        Map<String, Long> expected = new HashMap<>();
        vendor.took()
                .forEach(
                        one ->
                                expected.merge(
                                        one.money().asset().code(),
                                        one.money().minorUnits(),
                                        Long::sum));
        gaveBack(vendor).forEach((asset, minor) -> expected.merge(asset, -minor, Long::sum));
        Set<String> assets = new HashSet<>(FIATS);
        assets.addAll(expected.keySet());
        assets.forEach(
                asset ->
                        claim(
                                "clearing of %s in %s".formatted(vendor.name(), asset),
                                expected.getOrDefault(asset, 0L),
                                balance("provider_clearing " + vendor.name() + " " + asset)
                                        + balance("provider_fees " + vendor.name() + " " + asset)));
    }

    /** By its own books, or by ours where they tell of other money. */
    private Map<String, Long> gaveBack(Vendor vendor) {
        Map<String, Vendor> whose = vendorsOfPayments();
        return vendor.gaveBack()
                .orElseGet(
                        () ->
                                stands("provider").stream()
                                        .filter(
                                                row ->
                                                        vendor.equals(
                                                                whose.get(
                                                                        row.getString("payment"))))
                                        .collect(
                                                Collectors.groupingBy(
                                                        row -> row.getString("asset"),
                                                        Collectors.summingLong(
                                                                row ->
                                                                        row.getLong(
                                                                                "amount_minor")))));
    }

    /**
     * What fits nothing, and what came again, is kept apart until staff give it back, or it goes
     * back past us: that it did is in the vendor's books, which {@link #clearing} holds against.
     */
    private void unallocated(Vendor vendor) {
        Map<String, Long> sentBack = books.sentBack();
        Map<String, Long> expected = new HashMap<>();
        for (Sale sale : sales()) {
            if (sale.vendor().filter(vendor::equals).isEmpty()) {
                continue;
            }
            List<Took> all = of(sale);
            int counted = fitting(sale).isPresent() ? 1 : 0;
            all.stream()
                    .skip(counted)
                    .forEach(
                            one ->
                                    expected.merge(
                                            one.money().asset().code(),
                                            -one.money().minorUnits(),
                                            Long::sum));
            refundsOf.getOrDefault(sale.payment(), List.of()).stream()
                    .filter(row -> row.getString("state").equals("succeeded"))
                    .forEach(
                            row ->
                                    expected.merge(
                                            row.getString("asset"),
                                            refunded(row, "unallocated_minor")
                                                    + refunded(row, "excess_minor"),
                                            Long::sum));
        }
        FIATS.forEach(
                asset ->
                        claim(
                                "unallocated of %s in %s".formatted(vendor.name(), asset),
                                expected.getOrDefault(asset, 0L)
                                        + sentBack.getOrDefault(vendor.name() + " " + asset, 0L),
                                balance("unallocated " + vendor.name() + " " + asset)));
    }

    /** What was sold and paid. */
    private List<Sale> paid() {
        return sales().stream().filter(sale -> !sale.isTopUp() && isPaid(sale)).toList();
    }

    private boolean isPaid(Sale sale) {
        return Optional.ofNullable(orders.get(sale.id()))
                .filter(row -> row.getString("status").equals("paid"))
                .isPresent();
    }

    /** Whose money came has what he bought, and nobody else has. */
    private void order(Sale sale) {
        if (sale.isTopUp()) {
            return;
        }
        boolean should = sale.vendor().isEmpty() || fitting(sale).isPresent();
        if (isPaid(sale) && !should) {
            complaints.add("order %s counts as paid, and nobody paid".formatted(sale.id()));
        }
        if (!isPaid(sale) && should && !sale.buyer().spendsFromWallet()) {
            complaints.add(
                    "order %s was paid, and does not count as paid: %s"
                            .formatted(sale.id(), books.history(sale.id())));
        }
    }

    private void revenue(String asset) {
        long expected =
                paid().stream()
                        .filter(sale -> sale.total().asset().equals(Asset.of(asset)))
                        .mapToLong(sale -> sale.total().minorUnits() - TaxVerdict.tax(sale))
                        .sum();
        claim("revenue in " + asset, -expected, balance("revenue  " + asset));
    }

    /** What came in, less what he bought and what went back, is what he has. */
    private void wallet(Buyer buyer, String asset) {
        Asset of = Asset.of(asset);
        String owner = buyer.id().value() + " " + asset;
        long expected = buyer.adjusted(asset) - lapsed.getOrDefault(owner, 0L);
        for (Sale sale : buyer.sales()) {
            for (Row row : refundsOf.getOrDefault(sale.payment(), List.of())) {
                expected += row.getString("asset").equals(asset) ? toWallet(row) : 0;
            }
            if (!sale.total().asset().equals(of)) {
                continue;
            }
            expected += fitting(sale).map(Money::minorUnits).orElse(0L);
            expected -= !sale.isTopUp() && isPaid(sale) ? sale.total().minorUnits() : 0;
        }
        long found =
                -balance("customer_wallet " + owner)
                        - balance("customer_grant " + owner)
                        - balance("customer_hold " + owner);
        claim("wallet of " + owner, expected, found);
    }

    private long toWallet(Row refund) {
        if (!refund.getString("state").equals("succeeded")) {
            return 0;
        }
        return refund.getString("destination").equals("wallet")
                ? refund.getLong("amount_minor")
                : -refunded(refund, "wallet_minor");
    }
}
