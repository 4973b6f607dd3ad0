package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.cybervpn.presentation.simulation.Buyer.Target;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
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
    private static final String DONE =
            """
            select seq, order_id::text as order, subscription_id::text as subscription, paid_at as at,
                null as key, null as plan from subscription_extension
            union all select seq, null, subscription_id::text, at, key, to_plan::text
                from subscription_change
            order by seq""";
    private static final String ADDED =
            "select order_id::text as order, from_at, to_at from subscription_add_on";
    private static final String RUNNING =
            "select id::text as id, status, expire_at, plan_id::text as plan from subscription"
                    + " where id not in (select id from store_service)";

    private final Books books;
    private final Prices prices;
    private final Map<String, Sale> sales = new HashMap<>();
    private final Map<String, Target> switches = new HashMap<>();
    private final Map<String, List<Row>> refunds;
    private final Map<String, Served> served = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    PaidDaysVerdict(
            Books books, Prices prices, List<Buyer> buyers, Map<String, List<Row>> refunds) {
        this.books = books;
        this.prices = prices;
        this.refunds = refunds;
        for (Buyer buyer : buyers) {
            buyer.sales().forEach(sale -> sales.put(sale.id(), sale));
            buyer.switches().forEach((key, to) -> switches.put("key " + key, to));
        }
        sales.values().stream()
                .filter(Sale::isSwitch)
                .forEach(
                        sale ->
                                switches.put(
                                        "order " + sale.id(),
                                        new Target(sale.plan(), sale.days())));
    }

    /** One subscription, as far as it is reckoned. */
    private static final class Served {
        private final Lots lots = new Lots();
        private Optional<Target> latest = Optional.empty();
        private String plan = "";
    }

    List<String> complaints() {
        books.rows(DONE).forEach(this::deed);
        books.rows(ADDED).forEach(this::addOn);
        books.rows(RUNNING).forEach(this::compare);
        return complaints;
    }

    private void deed(Row row) {
        Served one = served.computeIfAbsent(row.getString("subscription"), _ -> new Served());
        Instant at = row.get(OffsetDateTime.class, "at").toInstant();
        if (row.getString("order") == null) {
            change(one, at, row);
        } else {
            give(one, at, row);
        }
    }

    private void change(Served one, Instant at, Row row) {
        Target target = switches.remove(row.getString("key"));
        if (target == null || !target.plan().equals(row.getString("plan"))) {
            complaints.add("nobody wanted that plan: " + row.getString("key"));
            return;
        }
        one.lots.change(at, target.days(), asset -> prices.of(target, asset));
        one.latest = Optional.of(target);
        one.plan = target.plan();
    }

    private void give(Served one, Instant at, Row row) {
        Sale sale = sales.get(row.getString("order"));
        if (sale == null || sale.isAddOn() || !given.add(sale.id())) {
            complaints.add("days for nothing: " + row.getString("order"));
            return;
        }
        String asset = sale.total().asset().code();
        long left = sale.total().minorUnits() - back(sale);
        one.lots.add(at, asset, left, length(one, sale, left));
        if (one.latest.isEmpty()) {
            one.plan = sale.plan();
        }
    }

    /** Time of a plan that it has no more buys time of the one that it has. */
    private BigDecimal length(Served one, Sale sale, long left) {
        BigDecimal money = BigDecimal.valueOf(left);
        if (sale.isSwitch()) {
            return Lots.lengthOf(money, sale.price().getAsLong(), sale.days());
        }
        Optional<BigDecimal> atPresent =
                one.latest
                        .filter(_ -> !sale.plan().equals(one.plan))
                        .flatMap(
                                now ->
                                        prices.of(now, sale.total().asset().code())
                                                .map(it -> Lots.lengthOf(money, it, now.days())));
        return atPresent.orElseGet(() -> Lots.lengthOf(kept(sale)));
    }

    /** Its own time, and each once. */
    private void addOn(Row row) {
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
        BigInteger[] parts =
                BigInteger.valueOf(Duration.ofDays(sale.days()).toSeconds())
                        .multiply(BigInteger.valueOf(total - back(sale)))
                        .divideAndRemainder(BigInteger.valueOf(total));
        return Duration.ofSeconds(parts[0].longValueExact() + parts[1].signum());
    }

    private long back(Sale sale) {
        return refunds.getOrDefault(sale.payment(), List.of()).stream()
                .filter(row -> row.getString("state").equals("succeeded"))
                .mapToLong(row -> row.getLong("sale_minor"))
                .sum();
    }

    private void compare(Row row) {
        String id = row.getString("id");
        Instant end = row.get(OffsetDateTime.class, "expire_at").toInstant();
        Served one = served.getOrDefault(id, new Served());
        if (!one.lots.end().equals(Optional.of(end))) {
            complaints.add(
                    "subscription %s ends %s, was paid until %s"
                            .formatted(id, end, one.lots.end()));
        }
        if (!one.plan.equals(row.getString("plan"))) {
            complaints.add(
                    "subscription %s is of plan %s, not %s"
                            .formatted(id, row.getString("plan"), one.plan));
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
