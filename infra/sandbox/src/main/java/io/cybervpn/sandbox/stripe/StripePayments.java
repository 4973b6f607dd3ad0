package io.cybervpn.sandbox.stripe;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * PaymentIntents, their charges, refunds and disputes. Nothing is copied; callers hold the lock.
 */
final class StripePayments {

    private final SandboxClock clock;
    private final StripeEvents events;
    private final Map<String, JsonObject> intents = new LinkedHashMap<>();
    private final Map<String, JsonObject> charges = new LinkedHashMap<>();
    private final Map<String, JsonObject> refunds = new LinkedHashMap<>();
    private final Map<String, JsonObject> disputes = new LinkedHashMap<>();

    StripePayments(SandboxClock clock, StripeEvents events) {
        this.clock = clock;
        this.events = events;
    }

    /** The intent of what is being paid, such as a session; told as what its status means. */
    JsonObject begin(JsonObject session, JsonObject metadata) {
        JsonObject intent =
                object("pi_", "payment_intent")
                        .put("amount", session.getLong("amount_total"))
                        .put("amount_received", 0)
                        .put("currency", session.getString("currency"))
                        .put("metadata", metadata.copy())
                        .putNull("customer")
                        .putNull("latest_charge")
                        .putNull("setup_future_usage")
                        .put("status", "processing");
        intents.put(intent.getString("id"), intent);
        return intent;
    }

    /** The money came. */
    void succeed(JsonObject intent) {
        JsonObject charge =
                object("ch_", "charge")
                        .put("amount", intent.getLong("amount"))
                        .put("amount_refunded", 0)
                        .put("refunded", false)
                        .put("disputed", false)
                        .put("paid", true)
                        .put("status", "succeeded")
                        .put("currency", intent.getString("currency"))
                        .put("metadata", intent.getJsonObject("metadata").copy())
                        .put("payment_intent", intent.getString("id"));
        charge.put("balance_transaction", settled(charge));
        charges.put(charge.getString("id"), charge);
        intent.put("status", "succeeded")
                .put("amount_received", intent.getLong("amount"))
                .put("latest_charge", charge.getString("id"));
        events.tell("charge.succeeded", charge);
        events.tell("payment_intent.succeeded", intent);
    }

    /** As Stripe reckons it, with a fee of 2.9 % and 30 of the smallest unit. */
    private JsonObject settled(JsonObject charge) {
        long amount = charge.getLong("amount");
        long fee = amount * 29 / 1000 + 30;
        return object("txn_", "balance_transaction")
                .put("amount", amount)
                .put("currency", charge.getString("currency"))
                .put("fee", fee)
                .put("net", amount - fee)
                .put("source", charge.getString("id"));
    }

    /** A charge names its balance transaction, unless that was asked for. */
    static JsonObject shown(JsonObject charge) {
        JsonObject settled = charge.getJsonObject("balance_transaction");
        return charge.copy().put("balance_transaction", settled.getString("id"));
    }

    /** The bank said no. */
    void fail(JsonObject intent) {
        intent.put("status", "requires_payment_method");
        events.tell("payment_intent.payment_failed", intent);
    }

    /** Gives money back; refuses more than is left of the charge. */
    JsonObject refund(JsonObject intent, Optional<Long> wish, JsonObject metadata) {
        JsonObject charge =
                Optional.ofNullable(intent.getString("latest_charge"))
                        .map(charges::get)
                        .orElseThrow(
                                () -> StripeError.invalid("charge_not_captured", "payment_intent"));
        long left = charge.getLong("amount") - charge.getLong("amount_refunded");
        long amount = wish.orElse(left);
        if (left == 0) {
            throw StripeError.invalid("charge_already_refunded", "");
        }
        if (amount < 1 || amount > left) {
            throw StripeError.invalid("amount_too_large", "amount");
        }
        JsonObject refund =
                object("re_", "refund")
                        .put("amount", amount)
                        .put("charge", charge.getString("id"))
                        .put("currency", charge.getString("currency"))
                        .put("metadata", metadata)
                        .put("payment_intent", intent.getString("id"))
                        .put("status", "succeeded");
        refunds.put(refund.getString("id"), refund);
        takeBack(charge, amount);
        events.tell("refund.created", refund);
        events.tell("charge.refunded", charge);
        return refund;
    }

    /** The bank would not take the money: it is with the shop again. */
    void failRefund(JsonObject refund) {
        if (refund.getString("status").equals("failed")) {
            return;
        }
        refund.put("status", "failed").put("failure_reason", "lost_or_stolen_card");
        takeBack(charge(refund.getString("charge")), -refund.getLong("amount"));
        events.tell("refund.updated", refund);
        events.tell("refund.failed", refund);
    }

    private static void takeBack(JsonObject charge, long amount) {
        long refunded = charge.getLong("amount_refunded") + amount;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.getLong("amount"));
    }

    /** The payer went to the bank. */
    JsonObject dispute(JsonObject intent) {
        JsonObject charge = charge(intent.getString("latest_charge", ""));
        JsonObject dispute =
                object("dp_", "dispute")
                        .put("amount", charge.getLong("amount"))
                        .put("charge", charge.getString("id"))
                        .put("currency", charge.getString("currency"))
                        .put("metadata", new JsonObject())
                        .put("payment_intent", intent.getString("id"))
                        .put("reason", "fraudulent")
                        .put("status", "needs_response");
        disputes.put(dispute.getString("id"), dispute);
        charge.put("disputed", true);
        events.tell("charge.dispute.created", dispute);
        events.tell("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /** Ends a dispute, {@code won} or {@code lost}. */
    void close(JsonObject dispute, String status) {
        dispute.put("status", status);
        if (status.equals("won")) {
            events.tell("charge.dispute.funds_reinstated", dispute);
        }
        events.tell("charge.dispute.closed", dispute);
    }

    private JsonObject charge(String id) {
        return Optional.ofNullable(charges.get(id))
                .orElseThrow(() -> StripeError.invalid("charge_not_captured", ""));
    }

    private JsonObject object(String prefix, String kind) {
        return new JsonObject()
                .put("id", StripeIds.next(prefix))
                .put("object", kind)
                .put("created", clock.instant().getEpochSecond())
                .put("livemode", false);
    }

    Map<String, JsonObject> intents() {
        return intents;
    }

    Map<String, JsonObject> charges() {
        return charges;
    }

    Map<String, JsonObject> refunds() {
        return refunds;
    }

    Map<String, JsonObject> disputes() {
        return disputes;
    }

    void clear() {
        intents.clear();
        charges.clear();
        refunds.clear();
        disputes.clear();
    }
}
