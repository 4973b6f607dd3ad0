package io.cybervpn.sandbox.xui;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call: a cookie that a login gives, with CSRF from 3.0 on, or a token from 3.0 on. */
public final class XuiDoor {
    /** The administrator; no secret, nothing but the sandbox accepts it. */
    public static final String USERNAME = "admin";

    /** His password. */
    public static final String PASSWORD = "password-of-the-sandbox";

    /** A token of the panel. */
    public static final String TOKEN = "token-of-the-sandbox-0123456789";

    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)3x-ui=([^;]+)");

    private final boolean newer;
    private final Map<String, String> csrfOf = new HashMap<>();
    private final Set<String> loggedIn = new HashSet<>();

    XuiDoor(boolean newer) {
        this.newer = newer;
    }

    /** Begins a session that is not logged in, and tells its token. */
    Answer csrf(Call call) {
        if (!newer) {
            return Answer.empty(404);
        }
        String session = cookie(call).filter(csrfOf::containsKey).orElseGet(this::begin);
        return withCookie(Xui.said(true, "", csrfOf.get(session)), session);
    }

    private String begin() {
        String session = UUID.randomUUID().toString();
        csrfOf.put(session, UUID.randomUUID().toString());
        return session;
    }

    Answer login(Call call) {
        if (newer && !hasCsrf(call)) {
            return Answer.empty(403);
        }
        Map<String, String> fields = fields(call);
        boolean known =
                USERNAME.equals(fields.get("username")) && PASSWORD.equals(fields.get("password"));
        if (!known) {
            return Xui.said(false, "Invalid username or password or two-factor code.", null);
        }
        String session = newer ? cookie(call).orElseThrow() : begin();
        loggedIn.add(session);
        return withCookie(Xui.said(true, "You have successfully logged in.", null), session);
    }

    private static Map<String, String> fields(Call call) {
        if (call.header("Content-Type").filter(type -> type.contains("json")).isEmpty()) {
            return call.fields();
        }
        JsonObject body = call.bodyOrEmpty();
        Map<String, String> fields = new HashMap<>();
        body.fieldNames().forEach(name -> fields.put(name, String.valueOf(body.getValue(name))));
        return fields;
    }

    private static Answer withCookie(Answer answer, String session) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("set-cookie", "3x-ui=" + session + "; Path=" + Xui.BASE + "/; HttpOnly");
        return new Answer(answer.status(), headers, answer.body());
    }

    /** Whether a call is logged in and, if it must be, shows its token. */
    boolean lets(Call call) {
        if (newer && call.header("Authorization").equals(Optional.of("Bearer " + TOKEN))) {
            return true;
        }
        return isLoggedIn(call) && (isSafe(call) || !newer || hasCsrf(call));
    }

    /** Nothing at all, but for a session that only lacks its token. */
    Answer refusal(Call call) {
        return Answer.empty(isLoggedIn(call) ? 403 : 404);
    }

    private boolean isLoggedIn(Call call) {
        return cookie(call).filter(loggedIn::contains).isPresent();
    }

    private static boolean isSafe(Call call) {
        return call.method().name().equals("GET");
    }

    private boolean hasCsrf(Call call) {
        return cookie(call)
                .map(csrfOf::get)
                .filter(token -> call.header("X-CSRF-Token").equals(Optional.of(token)))
                .isPresent();
    }

    private static Optional<String> cookie(Call call) {
        return call.header("Cookie")
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    void forget() {
        csrfOf.clear();
        loggedIn.clear();
    }
}
