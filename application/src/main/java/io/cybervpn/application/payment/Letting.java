package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.SavedMethodForgotten;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Lets go of saved methods, here at once and at their providers soon. In an open unit of work. */
@Singleton
final class Letting {
    private final SavedMethods methods;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Letting(SavedMethods methods, Outbox outbox, Clock clock) {
        this.methods = methods;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One of them. */
    Uni<Void> go(SavedMethod method) {
        return methods.remove(method.id()).chain(() -> tell(method));
    }

    /** All of an account. */
    Uni<Void> allOf(AccountId account) {
        return methods.of(account).chain(all -> all(account, all));
    }

    private Uni<Void> all(AccountId account, List<SavedMethod> all) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (SavedMethod one : all) {
            told = told.chain(() -> tell(one));
        }
        return told.chain(() -> methods.removeAllOf(account));
    }

    private Uni<Void> tell(SavedMethod method) {
        return methods.noteRelease(method)
                .chain(
                        () ->
                                outbox.append(
                                        new SavedMethodForgotten(
                                                method.id(), method.provider(), clock.instant())));
    }
}
