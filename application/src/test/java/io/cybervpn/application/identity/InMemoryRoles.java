package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Role;
import io.cybervpn.domain.identity.repository.Roles;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Own roles in memory. */
public final class InMemoryRoles implements Roles {
    private final InMemoryTable<RoleCode, Role> rows;

    public InMemoryRoles(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<List<Role>> all() {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .sorted(Comparator.comparing(role -> role.code().value()))
                                        .toList());
    }

    @Override
    public Uni<Optional<Role>> find(RoleCode code) {
        return Uni.createFrom().item(() -> rows.get(code));
    }

    @Override
    public Uni<Optional<Role>> lock(RoleCode code) {
        return find(code);
    }

    @Override
    public Uni<Boolean> add(Role role) {
        return Uni.createFrom().item(() -> rows.insert(role.code(), role));
    }

    @Override
    public Uni<Void> save(Role role) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(role.code(), role));
    }

    @Override
    public Uni<Void> remove(RoleCode code) {
        return Uni.createFrom().voidItem().invoke(() -> rows.remove(code));
    }
}
