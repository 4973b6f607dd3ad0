package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopClock;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Bank transfers, which a clerk records when he sees them on the account; some time after the bank
 * took them, and his clock is not the bank's.
 */
record BankVendor(Shop shop, ShopClock clock, List<Took> took) implements Vendor {
    private static final Duration SEEN_AFTER = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public List<Asset> assets() {
        return List.of(Asset.RUB);
    }

    /** What the payer writes into the purpose, as he likes to write it. */
    @Override
    public List<String> invoices(String payment) {
        String text = TransferReference.of(new PaymentId(UUID.fromString(payment))).text();
        return List.of(took.size() % 2 == 0 ? text : text.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        String number = "transfer " + (took.size() + 1);
        Instant at = clock.instant().minus(SEEN_AFTER);
        JsonObject seen =
                new JsonObject()
                        .put("reference", invoice)
                        .put(
                                "amount",
                                new JsonObject()
                                        .put("amount", money.toDecimal())
                                        .put("currency", money.asset().code()))
                        .put("bankReference", number)
                        .put("arrivedAt", at.toString());
        Shop.Answer answer = shop.decide(key(number + seen), "/admin/bank-transfers", seen);
        if (answer.status() == 202) {
            return false;
        }
        if (answer.status() != 201) {
            throw new AssertionError("a transfer cannot be recorded: " + answer);
        }
        took.add(new Took(payer.payment(), number, money, at));
        return true;
    }

    private static String key(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
