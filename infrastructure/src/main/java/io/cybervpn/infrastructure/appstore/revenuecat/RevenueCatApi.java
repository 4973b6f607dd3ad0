package io.cybervpn.infrastructure.appstore.revenuecat;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What we use of RevenueCat. Answers come as they are: an outage answers with anything. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface RevenueCatApi {
    /** Makes the customer, with nothing bought, if there is none: 201 instead of 200. */
    @GET
    @Path("/subscribers/{user}")
    Uni<Response> subscriber(
            @HeaderParam("Authorization") String authorization, @PathParam("user") String user);
}
