package io.cybervpn.sandbox.stripe;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonObject;

/** Stripe's error envelope. */
final class StripeError {

    private StripeError() {}

    /** A request that Stripe understands and will not do. */
    static Refused invalid(String code, String param) {
        return new Refused(answer(400, "invalid_request_error", code, param));
    }

    static Refused missing(String what, String id) {
        JsonObject envelope = envelope("invalid_request_error", "resource_missing", "id");
        envelope.getJsonObject("error").put("message", "No such " + what + ": '" + id + "'");
        return new Refused(Answer.json(404, envelope));
    }

    static Answer answer(int status, String type, String code, String param) {
        return Answer.json(status, envelope(type, code, param));
    }

    private static JsonObject envelope(String type, String code, String param) {
        JsonObject error = new JsonObject().put("type", type).put("message", type + " " + code);
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        if (!param.isEmpty()) {
            error.put("param", param);
        }
        return new JsonObject().put("error", error);
    }
}
