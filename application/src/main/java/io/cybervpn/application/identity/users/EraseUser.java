package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.Erasure;
import io.cybervpn.application.identity.SessionEndings;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Forgets a customer, at once and for good (R51). Needs {@link Permission#USERS_ERASE} and a fresh
 * second factor.
 */
@Singleton
public final class EraseUser {
    private final Customers customers;
    private final Erasure erasure;
    private final SessionEndings sessions;
    private final StepUpRule stepUp;

    @Inject
    EraseUser(Customers customers, Erasure erasure, SessionEndings sessions, StepUpRule stepUp) {
        this.customers = customers;
        this.erasure = erasure;
        this.sessions = sessions;
        this.stepUp = stepUp;
    }

    /** Who forgets whom. */
    public record Command(Actor actor, AccountId user) {}

    /** What became of it. */
    public sealed interface Result {
        /** Forgotten; these sessions ended with it. */
        record Done(List<SessionId> ended) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Forgets. The second time there is no such customer. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.USERS_ERASE)) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
        }
        if (!stepUp.isMetBy(command.actor())) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.STEP_UP_REQUIRED));
        }
        return customers
                .<Result>locked(
                        command.user(),
                        account -> erasure.erase(account, command.actor()).map(Result.Done::new),
                        () -> new Result.Refused(UserRefusal.NO_SUCH_USER))
                .call(this::spread);
    }

    private Uni<Void> spread(Result result) {
        return switch (result) {
            case Result.Done(var ended) -> sessions.spread(ended);
            case Result.Refused _ -> Uni.createFrom().voidItem();
        };
    }
}
