package io.cybervpn.sandbox.telegram;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonObject;

/** The error envelope of the Bot API. */
final class BotError {

    private BotError() {}

    static Refused bad(String description) {
        return new Refused(answer(400, "Bad Request: " + description));
    }

    static Answer answer(int code, String description) {
        return Answer.json(
                code,
                new JsonObject()
                        .put("ok", false)
                        .put("error_code", code)
                        .put("description", description));
    }
}
