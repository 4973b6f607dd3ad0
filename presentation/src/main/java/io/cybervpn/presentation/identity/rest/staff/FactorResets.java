package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.ResetSecondFactor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the reset of a customer's second factor and of one of the staff have in common. */
@Singleton
final class FactorResets {
    private final ResetSecondFactor resetSecondFactor;
    private final CurrentActor actor;

    @Inject
    FactorResets(ResetSecondFactor resetSecondFactor, CurrentActor actor) {
        this.resetSecondFactor = resetSecondFactor;
        this.actor = actor;
    }

    Uni<Void> reset(UUID id, AccountKind kind) {
        return resetSecondFactor
                .execute(new ResetSecondFactor.Command(actor.actor(), new AccountId(id), kind))
                .invoke(FactorResets::check)
                .replaceWithVoid();
    }

    private static void check(ResetSecondFactor.Result result) {
        switch (result) {
            case ResetSecondFactor.Result.Done _ -> {}
            case ResetSecondFactor.Result.NoSuchAccount() ->
                    throw Problem.notFound("account").asException();
            case ResetSecondFactor.Result.NoSecondFactor() ->
                    throw Problem.of(409, "two_factor_off", "There is no second factor.")
                            .asException();
            case ResetSecondFactor.Result.Refused(var why) -> throw StaffProblems.of(why);
        }
    }
}
