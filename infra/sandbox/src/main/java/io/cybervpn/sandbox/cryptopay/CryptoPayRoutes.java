package io.cybervpn.sandbox.cryptopay;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** /api/&lt;method&gt;, by GET or POST, with parameters in the query, a form or JSON. */
final class CryptoPayRoutes {

    private final String token;
    private final CryptoPayInvoices invoices;
    private final CryptoPayBalance balance;

    CryptoPayRoutes(String token, CryptoPayInvoices invoices, CryptoPayBalance balance) {
        this.token = token;
        this.invoices = invoices;
        this.balance = balance;
    }

    void add(SandboxServer server) {
        method(server, "getMe", sent -> me());
        method(server, "createInvoice", sent -> invoices.create(InvoiceWish.of(sent)));
        method(server, "getInvoices", this::getInvoices);
        method(server, "deleteInvoice", this::deleteInvoice);
        method(server, "getBalance", sent -> balance.view());
        method(server, "getExchangeRates", sent -> Rates.all());
        method(server, "getCurrencies", sent -> new JsonArray(InvoiceWish.ASSETS));
        method(server, "transfer", balance::transfer);
        method(server, "getTransfers", balance::matching);
        server.otherwise(call -> CryptoPayError.answer(405, "METHOD_NOT_FOUND"));
    }

    private void method(
            SandboxServer server, String name, Function<Map<String, String>, Object> work) {
        Endpoint endpoint =
                call -> {
                    checkToken(call);
                    Object result = work.apply(parameters(call));
                    return Answer.json(200, new JsonObject().put("ok", true).put("result", result));
                };
        server.on(HttpMethod.GET, "/api/" + name, endpoint);
        server.on(HttpMethod.POST, "/api/" + name, endpoint);
    }

    private void checkToken(Call call) {
        if (!call.header("Crypto-Pay-API-Token").equals(Optional.of(token))) {
            throw CryptoPayError.refused(401, "UNAUTHORIZED");
        }
    }

    private static Map<String, String> parameters(Call call) {
        Map<String, String> sent = call.fields();
        boolean json =
                call.header("Content-Type").filter(type -> type.contains("json")).isPresent();
        if (json) {
            call.bodyOrEmpty().forEach(entry -> put(sent, entry));
        }
        return sent;
    }

    private static void put(Map<String, String> sent, Map.Entry<String, Object> entry) {
        if (entry.getValue() != null) {
            sent.put(entry.getKey(), entry.getValue().toString());
        }
    }

    private static JsonObject me() {
        return new JsonObject()
                .put("app_id", 12_345)
                .put("name", "Sandbox App")
                .put("payment_processing_bot_username", "CryptoTestnetBot");
    }

    private JsonObject getInvoices(Map<String, String> sent) {
        int count = number(sent, "count", 100);
        if (count < 1 || count > 1_000) {
            throw CryptoPayError.refused(400, "COUNT_INVALID");
        }
        List<JsonObject> found = invoices.matching(sent).reversed();
        JsonArray items = new JsonArray();
        found.stream().skip(number(sent, "offset", 0)).limit(count).forEach(items::add);
        return new JsonObject().put("items", items);
    }

    private static int number(Map<String, String> sent, String name, int usual) {
        String text = sent.getOrDefault(name, Integer.toString(usual));
        if (!text.matches("\\d{1,9}")) {
            throw CryptoPayError.refused(400, name.toUpperCase(java.util.Locale.ROOT) + "_INVALID");
        }
        return Integer.parseInt(text);
    }

    private Boolean deleteInvoice(Map<String, String> sent) {
        if (!invoices.delete(number(sent, "invoice_id", 0))) {
            throw CryptoPayError.refused(400, "INVOICE_NOT_FOUND");
        }
        return true;
    }
}
