package io.cybervpn.sandbox.stripe;

import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What /_sandbox offers at Stripe. */
final class StripeControl {

    private final StripeSessions sessions;
    private final StripePayments payments;
    private final StripeEvents events;
    private final StripeCards cards;

    StripeControl(
            StripeSessions sessions,
            StripePayments payments,
            StripeEvents events,
            StripeCards cards) {
        this.sessions = sessions;
        this.payments = payments;
        this.events = events;
        this.cards = cards;
    }

    void add(Control control) {
        act(
                control,
                "pay",
                "pays; fields of the body (amount_total, currency, livemode, …) replace the session's: lies",
                sessions::pay);
        act(control, "pay-later", "complete, not paid", (id, body) -> sessions.payLater(id));
        act(control, "arrive", "the money of pay-later came", (id, body) -> sessions.arrive(id));
        act(control, "bounce", "it will never come", (id, body) -> sessions.bounce(id));
        act(control, "expire", "its time is over", (id, body) -> sessions.expire(id));
        control.on(
                POST,
                "/_sandbox/intents/:id/dispute",
                "the payer goes to the bank",
                call -> found(call, payments.intents(), payments::dispute));
        control.on(
                POST,
                "/_sandbox/disputes/:id/:status",
                "ends it: won or lost",
                call -> closed(call));
        control.on(
                POST,
                "/_sandbox/refunds/:id/fail",
                "the bank sends the refund back",
                call -> found(call, payments.refunds(), changed(payments::failRefund)));
        ofCards(control);
        control.on(
                POST,
                "/_sandbox/events",
                "{type, object} tells an event of anything",
                call -> {
                    JsonObject wish = call.bodyOrEmpty();
                    events.tell(
                            wish.getString("type", "sandbox.anything"),
                            wish.getJsonObject("object", new JsonObject()));
                    return Answer.empty(202);
                });
    }

    private void ofCards(Control control) {
        control.on(
                POST,
                "/_sandbox/cards/:id/refuse/:reason",
                "charges by a kept card fail, such as with authentication_required",
                call -> {
                    cards.refuse(call.param("id"), call.param("reason"));
                    return Answer.empty(204);
                });
        control.on(
                POST,
                "/_sandbox/cards/:id/recover",
                "charges by it come through again",
                call -> {
                    cards.recover(call.param("id"));
                    return Answer.empty(204);
                });
    }

    private Answer closed(Call call) {
        String status = call.param("status");
        if (!status.equals("won") && !status.equals("lost")) {
            throw Control.bad("a dispute ends won or lost");
        }
        return found(
                call, payments.disputes(), changed(dispute -> payments.close(dispute, status)));
    }

    private void act(
            Control control,
            String name,
            String about,
            BiFunction<String, JsonObject, JsonObject> act) {
        control.on(
                POST,
                "/_sandbox/sessions/:id/" + name,
                about,
                call -> {
                    String id = call.param("id");
                    JsonObject body = call.bodyOrEmpty();
                    return sessions.find(id).isPresent()
                            ? Answer.json(200, act.apply(id, body))
                            : none();
                });
    }

    private static Answer found(
            Call call, Map<String, JsonObject> all, UnaryOperator<JsonObject> act) {
        return Optional.ofNullable(all.get(call.param("id")))
                .map(it -> Answer.json(200, act.apply(it)))
                .orElseGet(StripeControl::none);
    }

    private static UnaryOperator<JsonObject> changed(Consumer<JsonObject> act) {
        return object -> {
            act.accept(object);
            return object;
        };
    }

    private static Answer none() {
        return Answer.json(404, new JsonObject().put("message", "there is no such thing"));
    }
}
