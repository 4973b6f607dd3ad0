package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Adoption;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Who was taken over, in memory. */
public final class InMemoryAdoptions implements Adoptions {
    private record Key(PanelId panel, String username) {}

    private final InMemoryTable<Key, Adoption> rows;

    public InMemoryAdoptions(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> add(Adoption adoption) {
        return Uni.createFrom()
                .item(() -> rows.insert(new Key(adoption.panel(), adoption.username()), adoption));
    }

    @Override
    public Uni<Optional<AccessId>> find(PanelId panel, String username) {
        return Uni.createFrom()
                .item(() -> rows.get(new Key(panel, username)).map(Adoption::access));
    }

    @Override
    public Uni<Optional<PanelId>> panelOf(AccessId access) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(one -> one.access().equals(access)).stream()
                                        .map(Adoption::panel)
                                        .findFirst());
    }

    @Override
    public Uni<List<AccessId>> named(String username) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(one -> one.username().equals(username)).stream()
                                        .map(Adoption::access)
                                        .toList());
    }
}
