package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R236. */
class TurnstileTest {
    private final Turnstile turnstile = new Turnstile();
    private final List<String> answers = new ArrayList<>();

    private Cancellable come(Uni<String> work) {
        return turnstile
                .pass(() -> work, "full")
                .subscribe()
                .with(answers::add, failure -> answers.add("failed"));
    }

    private List<Cancellable> fill() {
        return IntStream.range(0, Turnstile.PLACES)
                .mapToObj(_ -> come(Uni.createFrom().nothing()))
                .toList();
    }

    @Test
    void one_more_than_there_are_places_is_turned_away_at_once() {
        List<Cancellable> inside = fill();
        assertThat(answers).isEmpty();
        come(Uni.createFrom().item("done"));
        assertThat(answers).containsExactly("full");
        inside.getFirst().cancel();
        come(Uni.createFrom().item("done"));
        come(Uni.createFrom().failure(new IllegalStateException()));
        come(Uni.createFrom().item("done"));
        assertThat(answers).containsExactly("full", "done", "failed", "done");
    }
}
