package io.cybervpn.application.appstore;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.StoreServiceSnapshot;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.catalogue.PlanTerms;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells other contexts what a store owes right now, and keeps it so until their unit of work ends.
 * What no store keeps is not found: then the shop itself keeps it.
 */
@Singleton
public final class HoldStoreService {
    private final UnitOfWork unitOfWork;
    private final StoreServices services;
    private final FindPlanTerms findPlanTerms;

    @Inject
    HoldStoreService(UnitOfWork unitOfWork, StoreServices services, FindPlanTerms findPlanTerms) {
        this.unitOfWork = unitOfWork;
        this.services = services;
        this.findPlanTerms = findPlanTerms;
    }

    /** Which one. */
    public record Query(StoreServiceId service) {}

    /** Answers, in the open unit of work. */
    public Uni<Optional<StoreServiceSnapshot>> execute(Query query) {
        return unitOfWork.run(() -> services.lock(query.service()).chain(this::withTerms));
    }

    private Uni<Optional<StoreServiceSnapshot>> withTerms(Optional<StoreService> found) {
        return found.map(
                        service ->
                                findPlanTerms
                                        .execute(new FindPlanTerms.Query(service.plan()))
                                        .map(terms -> terms.map(all -> snapshot(service, all))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static StoreServiceSnapshot snapshot(StoreService service, PlanTerms terms) {
        return new StoreServiceSnapshot(
                service.id(), service.account(), terms, service.startedAt(), service.paidUntil());
    }
}
