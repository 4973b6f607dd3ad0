package io.cybervpn.infrastructure.provisioning.xui;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The subscription server, which is no part of the panel and asks for no login. */
@Path("/")
@Produces(MediaType.WILDCARD)
interface XuiLinkApi {
    /**
     * Opens a link.
     *
     * @param form sub, json or clash
     */
    @GET
    @Path("/{form}/{subId}")
    Uni<RestResponse<String>> link(
            @PathParam("form") String form,
            @PathParam("subId") String subId,
            @HeaderParam("User-Agent") String userAgent);
}
