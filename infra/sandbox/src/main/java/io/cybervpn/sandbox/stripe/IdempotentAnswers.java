package io.cybervpn.sandbox.stripe;

import io.cybervpn.sandbox.http.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The answers that were given under an Idempotency-Key. A request that failed validation is not
 * kept: it may be mended and sent again under its key.
 */
final class IdempotentAnswers {

    private static final int KEY_LENGTH_MAX = 255;

    private record Kept(String request, Answer answer) {}

    private final Map<String, Kept> kept = new HashMap<>();

    Answer once(
            Optional<String> key, String path, Map<String, String> sent, Supplier<Answer> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        if (key.get().length() > KEY_LENGTH_MAX) {
            throw StripeError.invalid("idempotency_key_invalid", "");
        }
        String request = path + new TreeMap<>(sent);
        Optional<Kept> before = Optional.ofNullable(kept.get(key.get()));
        if (before.isEmpty()) {
            Answer answer = work.get();
            kept.put(key.get(), new Kept(request, answer));
            return answer;
        }
        return before.filter(known -> known.request().equals(request))
                .map(Kept::answer)
                .orElseGet(() -> StripeError.answer(400, "idempotency_error", "", ""));
    }

    void clear() {
        kept.clear();
    }
}
