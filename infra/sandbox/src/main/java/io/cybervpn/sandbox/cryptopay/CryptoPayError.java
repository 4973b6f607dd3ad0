package io.cybervpn.sandbox.cryptopay;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonObject;

/**
 * The error envelope of Crypto Pay. Its documentation lists no names but UNAUTHORIZED; the others
 * are ours.
 */
final class CryptoPayError {

    private CryptoPayError() {}

    static Refused refused(int code, String name) {
        return new Refused(answer(code, name));
    }

    static Answer answer(int code, String name) {
        JsonObject error = new JsonObject().put("code", code).put("name", name);
        return Answer.json(code, new JsonObject().put("ok", false).put("error", error));
    }
}
