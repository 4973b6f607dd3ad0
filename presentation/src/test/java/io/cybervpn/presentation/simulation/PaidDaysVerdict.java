package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the days that were given, and what the panel grants, by what was paid and given back. */
final class PaidDaysVerdict {
    private static final String GIVEN =
            """
            select order_id::text as order, subscription_id::text as subscription, paid_at
            from subscription_extension order by seq""";
    private static final String ADDED =
            "select order_id::text as order, from_at, to_at from subscription_add_on";
    private static final String RUNNING =
            "select id::text as id, status, expire_at from subscription";

    private final Books books;
    private final Map<String, Sale> sales = new HashMap<>();
    private final List<Row> refunds;
    private final List<String> complaints = new ArrayList<>();

    PaidDaysVerdict(Books books, List<Sale> sales, List<Row> refunds) {
        this.books = books;
        this.refunds = refunds;
        sales.forEach(sale -> this.sales.put(sale.id(), sale));
    }

    List<String> complaints() {
        Map<String, Instant> ends = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (Row row : books.rows(GIVEN)) {
            Sale sale = sales.get(row.getString("order"));
            if (sale == null || sale.isAddOn() || !given.add(sale.id())) {
                complaints.add("days for nothing: " + row.getString("order"));
                continue;
            }
            Instant paidAt = row.get(OffsetDateTime.class, "paid_at").toInstant();
            Instant from =
                    Optional.ofNullable(ends.get(row.getString("subscription")))
                            .filter(paidAt::isBefore)
                            .orElse(paidAt);
            ends.put(row.getString("subscription"), from.plus(kept(sale)));
        }
        books.rows(ADDED).forEach(row -> addOn(row, given));
        books.rows(RUNNING).forEach(row -> compare(row, ends));
        return complaints;
    }

    /** Its own time, and each once. */
    private void addOn(Row row, Set<String> given) {
        Sale sale = sales.get(row.getString("order"));
        if (sale == null || !sale.isAddOn() || !given.add(sale.id())) {
            complaints.add("an add-on for nothing: " + row.getString("order"));
            return;
        }
        Instant from = row.get(OffsetDateTime.class, "from_at").toInstant();
        Instant to = row.get(OffsetDateTime.class, "to_at").toInstant();
        if (!from.plus(kept(sale)).equals(to)) {
            complaints.add(
                    "add-on %s ends %s, not %s".formatted(sale.id(), to, from.plus(kept(sale))));
        }
    }

    /** The part of its days that is still paid for, a second begun counting whole. */
    private Duration kept(Sale sale) {
        long total = sale.total().minorUnits();
        long back =
                refunds.stream()
                        .filter(row -> row.getString("payment").equals(sale.payment()))
                        .filter(row -> row.getString("state").equals("succeeded"))
                        .mapToLong(row -> row.getLong("sale_minor"))
                        .sum();
        BigInteger[] parts =
                BigInteger.valueOf(Duration.ofDays(sale.days()).toSeconds())
                        .multiply(BigInteger.valueOf(total - back))
                        .divideAndRemainder(BigInteger.valueOf(total));
        return Duration.ofSeconds(parts[0].longValueExact() + parts[1].signum());
    }

    private void compare(Row row, Map<String, Instant> ends) {
        String id = row.getString("id");
        Instant end = row.get(OffsetDateTime.class, "expire_at").toInstant();
        if (!end.equals(ends.get(id))) {
            complaints.add(
                    "subscription %s ends %s, was paid until %s".formatted(id, end, ends.get(id)));
        }
        if (row.getString("status").equals("active")) {
            onPanel(id, end);
        }
    }

    private void onPanel(String id, Instant end) {
        String name = PanelUsername.of(new AccessId(java.util.UUID.fromString(id))).text();
        Optional<JsonObject> user = ShopWorld.sandbox().panel().users().byUsername(name);
        if (user.isEmpty()) {
            complaints.add("the panel does not serve " + id);
            return;
        }
        Instant served = Instant.parse(user.get().getString("expireAt"));
        if (Duration.between(end, served).abs().compareTo(Duration.ofSeconds(1)) > 0) {
            complaints.add("the panel serves %s until %s, not %s".formatted(id, served, end));
        }
    }
}
