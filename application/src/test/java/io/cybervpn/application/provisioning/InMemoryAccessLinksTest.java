package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.smallrye.mutiny.Uni;

class InMemoryAccessLinksTest extends AccessLinksContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAccessLinks links = new InMemoryAccessLinks(unitOfWork);

    @Override
    protected AccessLinks links() {
        return links;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected AccessId access() {
        AccessId access = Wishes.access();
        change(access);
        return access;
    }

    @Override
    protected void change(AccessId access) {
        unitOfWork
                .run(() -> Uni.createFrom().voidItem().invoke(() -> links.changed(access)))
                .await()
                .indefinitely();
    }
}
