package io.cybervpn.sandbox.tbank;

import io.cybervpn.sandbox.http.Hmac;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.TreeMap;

/** Signs and checks bodies, of whole numbers, texts and booleans at the root. */
public final class TBankSignature {

    private TBankSignature() {}

    /** The body with its token. */
    public static JsonObject signed(JsonObject body) {
        return body.copy().put("Token", token(body));
    }

    /** The token of a body. */
    public static String token(JsonObject body) {
        TreeMap<String, String> values = new TreeMap<>();
        body.forEach(
                entry -> {
                    Object value = entry.getValue();
                    if (value != null
                            && !(value instanceof JsonObject)
                            && !(value instanceof JsonArray)) {
                        values.put(entry.getKey(), value.toString());
                    }
                });
        values.remove("Token");
        values.put("Password", TBank.PASSWORD);
        byte[] text = String.join("", values.values()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hmac.sha256(text));
    }

    static boolean fits(JsonObject body) {
        return token(body).equals(body.getValue("Token"));
    }
}
