package io.cybervpn.application.payment;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Mandates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Tells other contexts what providers charge for by themselves. Joins the caller's unit of work.
 * Checks no owner: for our own code, not for requests.
 */
@Singleton
public final class FindMandates {
    private final UnitOfWork unitOfWork;
    private final Mandates mandates;

    @Inject
    public FindMandates(UnitOfWork unitOfWork, Mandates mandates) {
        this.unitOfWork = unitOfWork;
        this.mandates = mandates;
    }

    /** Whose first payments paid for these, such as orders. */
    public record Query(List<UUID> subjects) {
        /** Copies the list. */
        public Query {
            subjects = List.copyOf(subjects);
        }
    }

    /** All of them, oldest first; also those that nobody paid for or that ended. */
    public Uni<List<MandateView>> execute(Query query) {
        return query.subjects().isEmpty()
                ? Uni.createFrom().item(List.of())
                : unitOfWork.run(
                        () ->
                                mandates.ofSubjects(query.subjects())
                                        .map(all -> all.stream().map(MandateView::of).toList()));
    }
}
