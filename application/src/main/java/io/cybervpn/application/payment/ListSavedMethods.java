package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists what a customer let us keep, newest first, at most 100. */
@Singleton
public final class ListSavedMethods {
    private final UnitOfWork unitOfWork;
    private final SavedMethods methods;

    @Inject
    public ListSavedMethods(UnitOfWork unitOfWork, SavedMethods methods) {
        this.unitOfWork = unitOfWork;
        this.methods = methods;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** What he let us keep; nothing for who is no customer. */
    public record Result(List<SavedMethodView> methods) {
        /** Copies the list. */
        public Result {
            methods = List.copyOf(methods);
        }
    }

    /** Lists them. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(account -> unitOfWork.run(() -> methods.of(account)))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(found -> new Result(found.stream().map(SavedMethodView::of).toList()));
    }
}
