package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The routes of both families, under the panel's own base path. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface XuiApi {
    /** From 3.0 on. */
    @GET
    @Path("/csrf-token")
    Uni<RestResponse<XuiAnswer>> csrf();

    @POST
    @Path("/login")
    Uni<RestResponse<XuiAnswer>> login(@BeanParam XuiLogin session, ObjectNode credentials);

    @GET
    @Path("/panel/api/inbounds/list")
    Uni<XuiAnswer> inbounds(@BeanParam XuiLogin login);

    /** The older family: settings are a text. */
    @POST
    @Path("/panel/api/inbounds/addClient")
    Uni<XuiAnswer> oldAdd(@BeanParam XuiLogin login, ObjectNode body);

    @POST
    @Path("/panel/api/inbounds/updateClient/{key}")
    Uni<XuiAnswer> oldUpdate(
            @BeanParam XuiLogin login, @PathParam("key") String key, ObjectNode body);

    @POST
    @Path("/panel/api/inbounds/{id}/delClient/{key}")
    Uni<XuiAnswer> oldDelete(
            @BeanParam XuiLogin login, @PathParam("id") int id, @PathParam("key") String key);

    @POST
    @Path("/panel/api/inbounds/{id}/resetClientTraffic/{email}")
    Uni<XuiAnswer> oldReset(
            @BeanParam XuiLogin login, @PathParam("id") int id, @PathParam("email") String email);

    /** From 3.1 on, as all below. */
    @GET
    @Path("/panel/api/clients/list")
    Uni<XuiAnswer> clients(@BeanParam XuiLogin login);

    @POST
    @Path("/panel/api/clients/add")
    Uni<XuiAnswer> add(@BeanParam XuiLogin login, ObjectNode body);

    @POST
    @Path("/panel/api/clients/update/{email}")
    Uni<XuiAnswer> update(
            @BeanParam XuiLogin login, @PathParam("email") String email, ObjectNode client);

    @POST
    @Path("/panel/api/clients/del/{email}")
    Uni<XuiAnswer> delete(
            @BeanParam XuiLogin login,
            @PathParam("email") String email,
            @QueryParam("keepTraffic") int keepTraffic);

    @POST
    @Path("/panel/api/clients/resetTraffic/{email}")
    Uni<XuiAnswer> resetTraffic(@BeanParam XuiLogin login, @PathParam("email") String email);
}
