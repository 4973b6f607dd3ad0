package io.cybervpn.sandbox.cryptopay;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.vertx.core.json.JsonObject;
import java.util.function.LongFunction;

/** What /_sandbox offers at Crypto Pay. */
final class CryptoPayControl {

    private final CryptoPayInvoices invoices;
    private final CryptoPayWebhooks webhooks;

    CryptoPayControl(CryptoPayInvoices invoices, CryptoPayWebhooks webhooks) {
        this.invoices = invoices;
        this.webhooks = webhooks;
    }

    void add(Control control) {
        control.on(
                GET,
                "/_sandbox/invoices/:id",
                "one invoice",
                call -> found(call, id -> invoices.find(id).orElseThrow()));
        control.on(
                POST,
                "/_sandbox/invoices/:id/pay",
                "pays; fields of the body (amount, asset, fiat, payload, …) replace the invoice's: lies",
                call -> {
                    JsonObject lies = call.bodyOrEmpty();
                    return found(call, id -> invoices.pay(id, lies));
                });
        control.on(
                POST,
                "/_sandbox/invoices/:id/expire",
                "its time is over",
                call -> found(call, invoices::expire));
        control.on(
                POST,
                "/_sandbox/invoices/:id/webhook",
                "tells once more that it is paid, in a new update with fields of the body replaced",
                call -> {
                    JsonObject lies = call.bodyOrEmpty();
                    return found(call, id -> tell(id, lies));
                });
    }

    private JsonObject tell(long id, JsonObject lies) {
        JsonObject told = invoices.find(id).orElseThrow().mergeIn(lies);
        webhooks.paid(told);
        return told;
    }

    private Answer found(Call call, LongFunction<JsonObject> act) {
        String text = call.param("id");
        if (!text.matches("\\d{1,18}") || invoices.find(Long.parseLong(text)).isEmpty()) {
            return Answer.json(404, new JsonObject().put("message", "no such invoice"));
        }
        return Answer.json(200, act.apply(Long.parseLong(text)));
    }
}
