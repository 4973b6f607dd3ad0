package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.model.Account;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks for the second factor after the first, if the account has one. */
@Singleton
final class SecondStep {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final SecondFactorDesk desk;

    @Inject
    SecondStep(Gate gate, UnitOfWork unitOfWork, SecondFactorDesk desk) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.desk = desk;
    }

    /** Asks only who has shown the first. */
    Uni<Proven> after(Proven first, Optional<String> code) {
        return switch (first) {
            case Proven.Yes(var account) ->
                    unitOfWork
                            .run(() -> desk.isDemanded(account.id()))
                            .chain(owed -> owed ? count(account, code) : item(first));
            case Proven.Not _, Proven.TooMany _ -> item(first);
        };
    }

    private Uni<Proven> count(Account account, Optional<String> code) {
        return code.map(
                        shown ->
                                gate.secondFactor(account.id())
                                        .chain(verdict -> check(verdict, account, shown)))
                .orElseGet(() -> item(new Proven.Not(ProofLack.SECOND_FACTOR)));
    }

    private Uni<Proven> check(Verdict verdict, Account account, String shown) {
        return switch (verdict) {
            case Verdict.Exceeded(var wait) -> item(new Proven.TooMany(wait));
            case Verdict.Allowed() ->
                    unitOfWork
                            .run(() -> desk.accept(account.id(), shown))
                            .call(good -> good ? gate.secondFactorRight(account.id()) : nothing())
                            .map(
                                    good ->
                                            good
                                                    ? new Proven.Yes(account)
                                                    : new Proven.Not(ProofLack.SECOND_FACTOR));
        };
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<Proven> item(Proven proven) {
        return Uni.createFrom().item(proven);
    }
}
