package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks the panel of a wish to do it: to have what is wanted, or to have nothing of it any more.
 * Never fails, never in a unit of work.
 */
@Singleton
final class AskPanel {
    private static final int ERROR_LENGTH_MAX = 500;

    private final Panels panels;
    private final Clock clock;

    @Inject
    AskPanel(Panels panels, Clock clock) {
        this.panels = panels;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** The panel has what is wanted. */
        record Done(PanelUser user) implements Outcome {}

        /** It has nothing of it any more, as wanted. */
        record Gone() implements Outcome {}

        /** It may have done it or not. */
        record Unknown(String error) implements Outcome {}

        /** It will not do it. */
        record No(String reason) implements Outcome {}

        /** It was not asked. */
        record Untried() implements Outcome {}

        /** It is at work on it. */
        record Busy(String task, Duration askAfter) implements Outcome {}
    }

    /** Asks. */
    Uni<Outcome> of(Desire wish) {
        return Uni.createFrom()
                .deferred(() -> ask(wish))
                .onFailure()
                .recoverWithItem(AskPanel::outcomeOf);
    }

    /** What no panel takes is placed somewhere all the same: it is not to become something else. */
    private Uni<Outcome> ask(Desire wish) {
        if (wish.spec().isRemovedAt(clock.instant())) {
            return panels.panel(wish.panel()).remove(wish.id()).replaceWith(new Outcome.Gone());
        }
        return serves(wish)
                ? panels.panel(wish.panel()).bring(wish.id(), wish.spec()).map(Outcome.Done::new)
                : Uni.createFrom().failure(new PanelRefused("no panel takes plans like this one"));
    }

    private boolean serves(Desire wish) {
        Resources wanted = wish.spec().entitlement().resources();
        return panels.find(wish.panel())
                .map(known -> known.panel().kind().serves(wanted))
                .orElse(true);
    }

    private static Outcome outcomeOf(Throwable failure) {
        return switch (failure) {
            case PanelUnavailable unavailable when !unavailable.wasTried() -> new Outcome.Untried();
            case PanelBusy busy -> new Outcome.Busy(busy.task(), busy.askAfter());
            case PanelRefused refused -> new Outcome.No(describe(refused));
            case Throwable other -> new Outcome.Unknown(describe(other));
        };
    }

    private static String describe(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > ERROR_LENGTH_MAX ? text.substring(0, ERROR_LENGTH_MAX) : text;
    }
}
