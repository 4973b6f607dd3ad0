package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ViewUsage;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a subscription has used (R160), for staff: {@code provisioning:read}. */
@Path("/api/v1/admin/subscriptions/{id}/usage")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class AdminUsageResource {
    private final ViewUsage viewUsage;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    AdminUsageResource(ViewUsage viewUsage, CurrentActor actor, Clock clock) {
        this.viewUsage = viewUsage;
        this.actor = actor;
        this.clock = clock;
    }

    /** As the customer sees it. */
    @GET
    @Operation(
            operationId = "adminGetUsage",
            summary = "Shows what a subscription has used, by day or by node")
    public Uni<UsageJson> get(@PathParam("id") UUID id, @BeanParam UsageParams which) {
        if (!actor.actor().may(Permission.PROVISIONING_READ)) {
            throw Problem.forbidden().asException();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return viewUsage
                .execute(which.query(actor.actor(), new AccessId(id), today))
                .map(UsageResource::answer);
    }
}
