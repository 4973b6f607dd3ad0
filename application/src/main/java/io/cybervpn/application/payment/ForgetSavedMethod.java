package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Forgets a way to pay; nothing is charged by it any more. Its provider is asked to forget it too,
 * soon after.
 */
@Singleton
public final class ForgetSavedMethod {
    private final UnitOfWork unitOfWork;
    private final SavedMethods methods;
    private final Letting letting;

    @Inject
    ForgetSavedMethod(UnitOfWork unitOfWork, SavedMethods methods, Letting letting) {
        this.unitOfWork = unitOfWork;
        this.methods = methods;
        this.letting = letting;
    }

    /** Who forgets which. */
    public record Command(Actor actor, SavedMethodId method) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is gone. */
        record Forgotten() implements Result {}

        /** It is not there, or not his. */
        record NoSuchMethod() implements Result {}
    }

    /** Forgets it. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(account -> unitOfWork.run(() -> find(account, command)))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchMethod()));
    }

    private Uni<Result> find(AccountId account, Command command) {
        return methods.find(command.method(), account).chain(this::forget);
    }

    private Uni<Result> forget(Optional<SavedMethod> found) {
        return found.map(method -> letting.go(method).<Result>replaceWith(new Result.Forgotten()))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchMethod()));
    }
}
