package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Keeps links in step with what they open. */
@Singleton
final class LinkUpkeep {
    private final LinkDesk desk;
    private final SettleLinkChanges settleLinkChanges;

    @Inject
    LinkUpkeep(LinkDesk desk, SettleLinkChanges settleLinkChanges) {
        this.desk = desk;
        this.settleLinkChanges = settleLinkChanges;
    }

    /** A new access has its link from the start. In the open unit of work. */
    Uni<Void> begin(AccessId access) {
        return desk.ensure(access);
    }

    /**
     * Something changed: links answer by it from now on. What fails here is done a moment later by
     * whoever settles changes. Outside a unit of work.
     */
    Uni<Void> settle() {
        return settleLinkChanges.execute().replaceWithVoid().onFailure().recoverWithNull();
    }

    /** Nothing to do. */
    Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
