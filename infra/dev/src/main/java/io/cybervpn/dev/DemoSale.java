package io.cybervpn.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** From the shop window to a payment that is confirmed: what a customer does. */
final class DemoSale {

    private static final String CURRENCY = "RUB";
    private static final int DAYS = 30;
    private static final long BYTES_PER_GB = 1_000_000_000;
    private static final Duration SETTLED_PATIENCE = Duration.ofSeconds(60);
    private static final Duration HUMAN_PATIENCE = Duration.ofMinutes(10);

    private final DemoCaller call;
    private final Installation.Running running;
    private final String api;

    DemoSale(DemoCaller call, Installation.Running running) {
        this.call = call;
        this.running = running;
        this.api = running.shopUrl() + "/api/v1";
    }

    /**
     * What was sold.
     *
     * @param plan as the catalogue shows it
     * @param order the paid order
     */
    record Sold(JsonNode plan, JsonNode order) {}

    Sold play() {
        health();
        JsonNode plan = plan();
        register();
        JsonNode total = quote(plan);
        JsonNode order = order(plan, total);
        pay(order);
        JsonNode paid = settled(order);
        check(paid);
        return new Sold(plan, paid);
    }

    private void health() {
        call.step("Is the shop open, with its database and its store?");
        DemoAnswer answer = call.get(running.shopUrl() + "/q/health/ready", 200);
        call.result(answer.at("/status"));
    }

    private JsonNode plan() {
        call.step("What does it sell?");
        JsonNode plans = call.get(api + "/plans?currency=" + CURRENCY, 200).json().path("items");
        for (JsonNode plan : plans) {
            call.result(
                    "%s: %s, %s devices, %d days for %s"
                            .formatted(
                                    plan.path("name").asText(),
                                    traffic(plan.path("trafficLimitBytes")),
                                    plan.path("deviceLimit").asText("any number of"),
                                    DAYS,
                                    money(price(plan))));
        }
        return StreamSupport.stream(plans.spliterator(), false)
                .filter(plan -> plan.path("tier").asText().equals("pro"))
                .findFirst()
                .orElseThrow(() -> new DemoFailed("The catalogue has no plan of the tier pro."));
    }

    private void register() {
        call.step("A customer registers.");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("email", "customer-" + Secrets.random(5) + "@cybervpn.example");
        body.put("password", "Pw-" + Secrets.random(12)).put("locale", "en");
        DemoAnswer answer = call.post(api + "/auth/register", body.toString(), 201);
        call.header("Authorization", "Bearer " + answer.at("/tokens/accessToken"));
        call.result(answer.at("/account/email") + " is a " + answer.at("/account/kind"));
    }

    private JsonNode quote(JsonNode plan) {
        call.step("What would " + plan.path("name").asText() + " cost for " + DAYS + " days?");
        DemoAnswer answer = call.post(api + "/quotes", wish(plan).toString(), 200);
        JsonNode total = answer.json().path("total");
        DemoFailed.unless(
                total.equals(price(plan)),
                "The quote says " + total + " where the catalogue says " + price(plan));
        call.result(money(total));
        return total;
    }

    private JsonNode order(JsonNode plan, JsonNode total) {
        call.step("The customer orders. The Idempotency-Key makes a double click harmless.");
        String key = "demo-" + Secrets.random(8);
        String body = wish(plan).put("paymentMethod", "cryptobot").toString();
        call.header("Idempotency-Key", key);
        DemoAnswer answer = call.post(api + "/orders", body, 201);
        DemoFailed.unless(
                answer.json().path("total").equals(total),
                "The order has another total than the quote");
        DemoFailed.unless(
                answer.at("/status").equals("awaiting_payment"),
                "A new order should await its payment: " + answer.shown());
        call.result(
                "order " + answer.at("/id") + ", to be paid at " + answer.at("/payment/payUrl"));
        replay(body, answer);
        refuse(plan);
        call.header("Idempotency-Key", "");
        return answer.json();
    }

    private void replay(String body, DemoAnswer first) {
        call.step("The very same request again, as after a lost answer: no second order.");
        DemoAnswer again = call.post(api + "/orders", body, 201);
        DemoFailed.unless(
                again.json().equals(first.json()),
                "The repeated order should answer as the first did: " + again.shown());
        DemoFailed.unless(
                again.header("Idempotency-Replayed").equals("true"),
                "The header Idempotency-Replayed is missing");
        call.result("the first answer, replayed");
    }

    private void refuse(JsonNode plan) {
        call.step("The same key with another body is a mistake, and is refused.");
        String other = wish(plan).put("termDays", 90).put("paymentMethod", "cryptobot").toString();
        DemoAnswer answer = call.post(api + "/orders", other, 422);
        call.result(answer.at("/code"));
    }

    private void pay(JsonNode order) {
        String page = order.at("/payment/payUrl").asText();
        if (running.cryptoPayUrl().isEmpty()) {
            call.step("Pay with the real Crypto Pay, please: " + page);
            return;
        }
        call.step("The customer opens Crypto Pay's page and presses the button.");
        DemoAnswer opened = call.get(page, 200);
        DemoFailed.unless(
                opened.text().contains("<button>Pay "),
                "The page has no button: " + opened.shown());
        DemoAnswer pressed = call.post(page, "", 200);
        DemoFailed.unless(pressed.text().contains("Paid."), "Not paid: " + pressed.shown());
        call.result("paid; Crypto Pay sends a signed webhook to the shop");
    }

    private JsonNode settled(JsonNode order) {
        call.step("The shop hears of it: webhook, inbox, payment, ledger, order.");
        Duration patience = running.cryptoPayUrl().isEmpty() ? HUMAN_PATIENCE : SETTLED_PATIENCE;
        DemoAnswer answer =
                call.until(
                        api + "/orders/" + order.path("id").asText(),
                        patience,
                        "the order is paid",
                        it -> it.at("/status").equals("paid"));
        call.result("order paid at " + answer.at("/paidAt"));
        return answer.json();
    }

    private void check(JsonNode order) {
        call.step(
                "The check button asks Crypto Pay itself. A payment is confirmed once, however often one asks.");
        String id = order.at("/payment/id").asText();
        DemoAnswer answer = call.post(api + "/payments/" + id + "/check", "", 200);
        DemoFailed.unless(
                answer.at("/status").equals("completed"),
                "The payment should be completed: " + answer.shown());
        call.result("payment " + answer.at("/status") + " (" + answer.at("/state") + ")");
    }

    private static ObjectNode wish(JsonNode plan) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("planId", plan.path("id").asText())
                .put("termDays", DAYS)
                .put("currency", CURRENCY);
    }

    private static JsonNode price(JsonNode plan) {
        return StreamSupport.stream(plan.path("terms").spliterator(), false)
                .filter(term -> term.path("days").asInt() == DAYS)
                .flatMap(term -> StreamSupport.stream(term.path("prices").spliterator(), false))
                .filter(price -> price.path("currency").asText().equals(CURRENCY))
                .findFirst()
                .orElseThrow(() -> new DemoFailed("No price for " + DAYS + " days in " + CURRENCY));
    }

    private static String money(JsonNode money) {
        return money.path("amount").asText() + " " + money.path("currency").asText();
    }

    static String traffic(JsonNode bytes) {
        return bytes.asLong(0) == 0 ? "unlimited traffic" : bytes.asLong() / BYTES_PER_GB + " GB";
    }
}
