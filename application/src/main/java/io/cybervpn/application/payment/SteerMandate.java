package io.cybervpn.application.payment;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Ends what a provider charges by itself, or lets its payer have it go on. Stored at once; {@link
 * RunMandates} tells the provider. Joins the caller's unit of work. Checks no owner: for our own
 * code. Repeatable.
 */
@Singleton
public final class SteerMandate {
    private final UnitOfWork unitOfWork;
    private final MandateBook book;

    @Inject
    SteerMandate(UnitOfWork unitOfWork, MandateBook book) {
        this.unitOfWork = unitOfWork;
        this.book = book;
    }

    /** Which, and what. */
    public record Command(PaymentId payment, Steering steering) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is as wished here; the provider is told soon. */
        record Steered(MandateView mandate) implements Result {}

        /** What was paid is over, or it failed: it cannot go on. */
        record TooLate() implements Result {}

        /** Nobody agreed to anything. */
        record NoSuchMandate() implements Result {}
    }

    /** Steers. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        book.mandates()
                                .lock(command.payment())
                                .chain(found -> steer(found, command.steering())));
    }

    private Uni<Result> steer(Optional<Mandate> found, Steering steering) {
        return found.map(mandate -> steer(mandate, steering))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchMandate()));
    }

    private Uni<Result> steer(Mandate mandate, Steering steering) {
        return switch (steering) {
            case CANCEL -> put(mandate, mandate.cancelled(book.now()));
            case ALLOW ->
                    switch (mandate.allowed(book.now())) {
                        case Permission.Given(var allowed) -> put(mandate, allowed);
                        case Permission.TooLate() -> Uni.createFrom().item(new Result.TooLate());
                    };
        };
    }

    private Uni<Result> put(Mandate before, Mandate after) {
        return book.put(before, after).replaceWith(new Result.Steered(MandateView.of(after)));
    }
}
