package io.cybervpn.sandbox.oidc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Codes that are given out, each good once. */
final class Codes {

    private final Map<String, Grant> open = new HashMap<>();

    /** For whom and to whom a code was given. */
    record Grant(Person person, Map<String, String> request) {
        String asked(String name) {
            return request.getOrDefault(name, "");
        }
    }

    String give(Grant grant) {
        String code = UUID.randomUUID().toString();
        open.put(code, grant);
        return code;
    }

    Optional<Grant> take(String code) {
        return Optional.ofNullable(open.remove(code));
    }

    int size() {
        return open.size();
    }

    void clear() {
        open.clear();
    }
}
