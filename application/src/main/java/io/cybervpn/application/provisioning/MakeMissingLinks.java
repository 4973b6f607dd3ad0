package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Gives a link to accesses that have none: those that are older than links, or came by another way
 * than a purchase. Repeatable, by any number of instances at once.
 */
@Singleton
public final class MakeMissingLinks {
    private static final int BATCH = 100;

    private final UnitOfWork unitOfWork;
    private final AccessLinks links;
    private final LinkDesk desk;

    @Inject
    MakeMissingLinks(UnitOfWork unitOfWork, AccessLinks links, LinkDesk desk) {
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.desk = desk;
    }

    /**
     * What was done.
     *
     * @param made links
     * @param more whether there may be more
     */
    public record Result(int made, boolean more) {}

    /** Makes one batch. */
    public Uni<Result> execute() {
        return unitOfWork.run(() -> links.withoutLink(BATCH).chain(this::make));
    }

    private Uni<Result> make(List<AccessId> accesses) {
        return Multi.createFrom()
                .iterable(accesses)
                .onItem()
                .transformToUniAndConcatenate(access -> desk.ensure(access).replaceWith(access))
                .collect()
                .asList()
                .map(made -> new Result(made.size(), made.size() == BATCH));
    }
}
