package io.cybervpn.sandbox.tbank;

import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** /v2, as the shop calls it. It answers 200 to what it will not do, too. */
final class TBankRoutes {

    private static final int ORDER_LENGTH_MAX = 36;
    private static final int DESCRIPTION_LENGTH_MAX = 140;

    private final TBankPayments payments;

    TBankRoutes(TBankPayments payments) {
        this.payments = payments;
    }

    void add(SandboxServer server) {
        method(server, "Init", this::init);
        method(server, "GetState", this::state);
        method(server, "CheckOrder", this::order);
        method(server, "Cancel", this::cancel);
        method(server, "Charge", this::charge);
        server.otherwise(call -> Answer.text(404, "text/plain", "no such method"));
    }

    private static void method(SandboxServer server, String name, UnaryOperator<JsonObject> work) {
        server.on(
                POST,
                "/v2/" + name,
                call -> {
                    JsonObject sent = call.bodyOrEmpty();
                    boolean known =
                            TBank.TERMINAL.equals(sent.getValue("TerminalKey"))
                                    && TBankSignature.fits(sent);
                    JsonObject answer = known ? work.apply(sent) : refused("204", "Wrong token");
                    return Answer.json(200, answer.put("TerminalKey", TBank.TERMINAL));
                });
    }

    private JsonObject init(JsonObject sent) {
        boolean bad =
                !(sent.getValue("Amount") instanceof Number amount)
                        || amount.longValue() < 1
                        || amount.longValue() > 9_999_999_999L
                        || !fits(sent.getString("OrderId", ""), ORDER_LENGTH_MAX)
                        || sent.getString("Description", "").length() > DESCRIPTION_LENGTH_MAX
                        || !keepsOfSomebody(sent);
        if (bad) {
            return refused("9", "Wrong parameters");
        }
        return shown(payments.create(sent));
    }

    /** A card can only be kept of a customer. */
    private static boolean keepsOfSomebody(JsonObject sent) {
        return !sent.getString("Recurrent", "").equals("Y")
                || fits(sent.getString("CustomerKey", ""), ORDER_LENGTH_MAX);
    }

    private static boolean fits(String text, int lengthMax) {
        return !text.isEmpty() && text.length() <= lengthMax;
    }

    private JsonObject state(JsonObject sent) {
        return find(sent).map(TBankRoutes::shown).orElseGet(TBankRoutes::unknown);
    }

    private JsonObject order(JsonObject sent) {
        List<JsonObject> found = payments.ofOrder(sent.getString("OrderId", ""));
        if (found.isEmpty()) {
            return unknown();
        }
        JsonArray listed = new JsonArray();
        found.forEach(one -> listed.add(withoutPage(shown(one))));
        return good().put("OrderId", sent.getString("OrderId")).put("Payments", listed);
    }

    private JsonObject charge(JsonObject sent) {
        String rebillId = String.valueOf(sent.getValue("RebillId"));
        return find(sent)
                .flatMap(one -> payments.charge(one.getLong("PaymentId"), rebillId))
                .map(TBankRoutes::charged)
                .orElseGet(() -> refused("8", "Wrong state"));
    }

    /** A card without money is told with the payment. */
    private static JsonObject charged(JsonObject payment) {
        String code = payment.getString("_code", "0");
        return withoutPage(shown(payment)).put("Success", code.equals("0")).put("ErrorCode", code);
    }

    private JsonObject cancel(JsonObject sent) {
        Optional<Long> kopecks =
                sent.getValue("Amount") instanceof Number amount
                        ? Optional.of(amount.longValue())
                        : Optional.empty();
        Optional<String> request = Optional.ofNullable(sent.getString("ExternalRequestId"));
        return find(sent)
                .flatMap(one -> payments.cancel(one.getLong("PaymentId"), kopecks, request))
                .map(TBankRoutes::cancelled)
                .orElseGet(() -> refused("8", "Wrong state"));
    }

    /** Here the id is a number, and both sums are told. */
    private static JsonObject cancelled(JsonObject payment) {
        JsonObject shown = withoutPage(shown(payment));
        Object left = shown.remove("Amount");
        boolean unpaid = payment.getString("Status").equals("CANCELED");
        return shown.put("PaymentId", payment.getLong("PaymentId"))
                .put("OriginalAmount", unpaid ? left : payment.getLong("_was"))
                .put("NewAmount", unpaid ? 0 : left);
    }

    private Optional<JsonObject> find(JsonObject sent) {
        String id = String.valueOf(sent.getValue("PaymentId"));
        return id.matches("\\d{1,18}") ? payments.find(Long.parseLong(id)) : Optional.empty();
    }

    /** In answers the id is a text. */
    private static JsonObject shown(JsonObject payment) {
        JsonObject shown = good().mergeIn(payment);
        shown.put("PaymentId", String.valueOf(payment.getLong("PaymentId")));
        shown.remove("RedirectDueDate");
        shown.remove("Description");
        shown.remove("_was");
        shown.remove("_to");
        shown.remove("_rebill");
        shown.remove("_code");
        shown.remove("Recurrent");
        shown.remove("RebillId");
        if (!payment.getString("Status").equals("NEW")) {
            shown.remove("PaymentURL");
        }
        return shown;
    }

    private static JsonObject withoutPage(JsonObject shown) {
        shown.remove("PaymentURL");
        return shown;
    }

    private static JsonObject good() {
        return new JsonObject().put("Success", true).put("ErrorCode", "0").put("Message", "OK");
    }

    private static JsonObject unknown() {
        return refused("255", "Not found");
    }

    private static JsonObject refused(String code, String message) {
        return new JsonObject()
                .put("Success", false)
                .put("ErrorCode", code)
                .put("Message", message);
    }
}
