package io.cybervpn.dev;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The admin with his password and the app on his telephone. */
record DemoAdmin(String email, String password, Authenticator authenticator) {

    /** The app's password may have been used by a login a moment ago. */
    private static final Duration NEXT_CODE_PATIENCE = Duration.ofSeconds(70);

    /** His access token. */
    String logIn(DemoCaller call, String api) {
        DemoAnswer owed =
                call.post(
                        api + "/auth/login",
                        body(Map.of("email", email, "password", password)),
                        401);
        String challenge = owed.at("/params/challenge").strip();
        DemoAnswer login =
                call.until(
                        api + "/auth/two-factor",
                        () -> body(Map.of("challenge", challenge, "code", code())),
                        NEXT_CODE_PATIENCE);
        return login.at("/tokens/accessToken");
    }

    private String code() {
        return authenticator.code(Instant.now());
    }

    private static String body(Map<String, String> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        return body.toString();
    }
}
