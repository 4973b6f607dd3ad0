package io.cybervpn.application.provisioning.imports;

import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.provisioning.model.Takeover;
import java.time.Instant;
import java.util.Optional;

/** What can become of a line of another shop's file. */
sealed interface LineVerdict {
    /** He becomes a customer and is the panel's user, whose end counts. */
    record Join(Stranger user) implements LineVerdict {}

    /** He becomes a customer and gets a new access until then: no panel knows him. */
    record Serve(Instant end) implements LineVerdict {}

    /** He becomes a customer; he has no time left. */
    record AccountOnly() implements LineVerdict {}

    /**
     * Nothing of it is done.
     *
     * @param code why
     */
    record Refuse(String code) implements LineVerdict {}

    /**
     * Decides. Pure.
     *
     * @param found the panel's user whom the line names
     */
    static LineVerdict of(ImportLine line, Optional<Stranger> found, Instant now) {
        if (line.blocked()) {
            return new Refuse("blocked");
        }
        if (found.isPresent()) {
            return of(found.get(), now);
        }
        boolean over = line.end().filter(end -> !end.isAfter(now)).isPresent();
        if (line.user().isPresent() && !over) {
            return new Refuse("panel_user_not_found");
        }
        return line.end()
                .filter(end -> end.isAfter(now))
                .map(end -> serve(end, now))
                .orElseGet(AccountOnly::new);
    }

    private static LineVerdict serve(Instant end, Instant now) {
        return end.isAfter(now.plus(Takeover.AHEAD_MAX))
                ? new Refuse("too_far_ahead")
                : new Serve(end);
    }

    private static LineVerdict of(Stranger user, Instant now) {
        return switch (Takeover.of(user.state(), now)) {
            case Takeover.Fit _ -> new Join(user);
            case Takeover.Ended _ -> new AccountOnly();
            case Takeover.SwitchedOff _ -> new Refuse("switched_off");
            case Takeover.TooFarAhead _ -> new Refuse("too_far_ahead");
        };
    }
}
