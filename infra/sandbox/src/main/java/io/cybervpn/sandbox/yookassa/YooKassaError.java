package io.cybervpn.sandbox.yookassa;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** The error envelope of YooKassa. */
final class YooKassaError {

    private YooKassaError() {}

    static Refused badRequest(String parameter, String description) {
        return new Refused(
                Answer.json(400, body("invalid_request", description).put("parameter", parameter)));
    }

    static Refused notFound() {
        return new Refused(answer(404, "not_found"));
    }

    static Answer answer(int status, String code) {
        return Answer.json(status, body(code, "The sandbox says " + code));
    }

    private static JsonObject body(String code, String description) {
        return new JsonObject()
                .put("type", "error")
                .put("id", UUID.randomUUID().toString())
                .put("code", code)
                .put("description", description);
    }
}
