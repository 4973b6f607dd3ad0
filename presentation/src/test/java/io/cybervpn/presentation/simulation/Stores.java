package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.revenuecat.Subscribers;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers who buy in an app store, renew there, and get their money back there. */
final class Stores {
    static final String PRODUCT = "vpn_month";
    private static final Duration MONTH = Duration.ofDays(30);

    /** The clock of the store runs on while it writes down when money went back. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private static final String KEPT =
            """
            select s.account_id::text as account, u.expire_at
            from store_service s join subscription u on u.id = s.id""";

    private final Stage stage;
    private final Subscribers store = ShopWorld.sandbox().revenueCat().subscribers();
    private final Map<String, Instant> paidUntil = new HashMap<>();

    Stores(Stage stage) {
        this.stage = stage;
    }

    /** Some like their store better. */
    void maybe(Buyer buyer, Dice dice) {
        if (dice.chance(10)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofMinutes(5), Duration.ofDays(3)),
                    "buy in a store",
                    own -> buy(buyer.id().value().toString(), own));
        }
    }

    private void buy(String user, Dice dice) {
        Instant from = stage.hands().now();
        store.buy(user, new Subscribers.Wish("app_store", PRODUCT, from, MONTH, false));
        paidUntil.put(user, from.plus(MONTH));
        stage.carry(dice);
        switch (dice.weighed(65, 20, 15)) {
            case 0 ->
                    stage.later(
                            dice,
                            MONTH.plus(dice.between(Duration.ofMinutes(1), Duration.ofHours(9))),
                            "renew in a store",
                            own -> buy(user, own));
            case 1 ->
                    stage.later(
                            dice,
                            dice.between(Duration.ofHours(3), Duration.ofDays(28)),
                            "refund of a store",
                            own -> refund(user, own));
            case 2 -> store.unsubscribe(user, PRODUCT);
        }
    }

    private void refund(String user, Dice dice) {
        Instant bought = paidUntil.get(user);
        store.refund(user, PRODUCT);
        paidUntil.put(user, stage.hands().now());
        stage.carry(dice);
        if (dice.chance(30)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(1), Duration.ofDays(20)),
                    "refund of a store undone",
                    own -> {
                        store.reverseRefund(user, PRODUCT);
                        paidUntil.put(user, bought);
                        stage.carry(own);
                    });
        }
    }

    /** Each has the time that his store sold him, and nobody else has any. */
    List<String> complaints(Books books) {
        List<String> complaints = new ArrayList<>();
        Map<String, Instant> missed = new HashMap<>(paidUntil);
        for (Row row : books.rows(KEPT)) {
            Instant end = row.get(OffsetDateTime.class, "expire_at").toInstant();
            Optional<Instant> sold = Optional.ofNullable(missed.remove(row.getString("account")));
            if (sold.filter(it -> Duration.between(it, end).abs().compareTo(CLOSE) < 0).isEmpty()) {
                complaints.add(
                        "the store of %s sold until %s, not %s"
                                .formatted(row.getString("account"), sold, end));
            }
        }
        missed.forEach((user, _) -> complaints.add("nothing of the store of " + user));
        return complaints;
    }
}
