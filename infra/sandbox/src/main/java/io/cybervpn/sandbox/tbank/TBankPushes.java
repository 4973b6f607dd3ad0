package io.cybervpn.sandbox.tbank;

import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Makes pushes: here ids are numbers, and the token is in the body. */
final class TBankPushes {

    private final Webhooks webhooks;

    TBankPushes(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void tell(JsonObject payment) {
        webhooks.send(
                payment.getString("Status") + " " + payment.getLong("PaymentId"),
                Map.of("Content-Type", "application/json"),
                push(payment).toBuffer());
    }

    static JsonObject push(JsonObject payment) {
        String status = payment.getString("Status");
        boolean success = !status.equals("REJECTED") && !status.equals("AUTH_FAIL");
        JsonObject push =
                new JsonObject()
                        .put("TerminalKey", TBank.TERMINAL)
                        .put("OrderId", payment.getString("OrderId"))
                        .put("Success", success)
                        .put("Status", status)
                        .put("PaymentId", payment.getLong("PaymentId"))
                        .put("ErrorCode", success ? "0" : "1051")
                        .put("Amount", payment.getLong("Amount"))
                        .put("CardId", 322_264L)
                        .put("Pan", "430000******0777")
                        .put("ExpDate", "1128");
        Optional.ofNullable(payment.getLong("RebillId")).ifPresent(id -> push.put("RebillId", id));
        return TBankSignature.signed(push);
    }
}
