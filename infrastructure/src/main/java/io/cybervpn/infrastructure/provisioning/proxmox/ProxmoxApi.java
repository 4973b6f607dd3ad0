package io.cybervpn.infrastructure.provisioning.proxmox;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The routes that we use. What is written is a form. */
@Path("/api2/json")
@Produces(MediaType.APPLICATION_JSON)
interface ProxmoxApi {
    @GET
    @Path("/version")
    Uni<ProxmoxAnswer> version(@HeaderParam("Authorization") String token);

    @GET
    @Path("/nodes")
    Uni<ProxmoxAnswer> nodes(@HeaderParam("Authorization") String token);

    @GET
    @Path("/cluster/resources")
    Uni<ProxmoxAnswer> resources(
            @HeaderParam("Authorization") String token, @QueryParam("type") String type);

    @GET
    @Path("/nodes/{node}/tasks/{upid}/status")
    Uni<ProxmoxAnswer> task(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("upid") String upid);

    @GET
    @Path("/nodes/{node}/qemu/{vmid}/config")
    Uni<ProxmoxAnswer> config(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid);

    @GET
    @Path("/nodes/{node}/qemu/{vmid}/status/current")
    Uni<ProxmoxAnswer> status(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid);

    /** Begins a task. */
    @POST
    @Path("/nodes/{node}/qemu/{vmid}/clone")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<ProxmoxAnswer> copy(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int template,
            String form);

    /** At once, other than the same by POST. */
    @PUT
    @Path("/nodes/{node}/qemu/{vmid}/config")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<ProxmoxAnswer> configure(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid,
            String form);

    /** Begins a task from Proxmox VE 8 on, and is done at once before. */
    @PUT
    @Path("/nodes/{node}/qemu/{vmid}/resize")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<ProxmoxAnswer> resize(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid,
            String form);

    /** Begins a task. */
    @POST
    @Path("/nodes/{node}/qemu/{vmid}/status/start")
    Uni<ProxmoxAnswer> start(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid);

    /** Begins a task that asks the machine to stop, and makes it when it does not. */
    @POST
    @Path("/nodes/{node}/qemu/{vmid}/status/shutdown")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<ProxmoxAnswer> shutdown(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid,
            String form);

    /** Begins a task that stops the machine and starts it as it is set by then. */
    @POST
    @Path("/nodes/{node}/qemu/{vmid}/status/reboot")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<ProxmoxAnswer> reboot(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid,
            String form);

    /** Asks the guest agent. */
    @GET
    @Path("/nodes/{node}/qemu/{vmid}/agent/network-get-interfaces")
    Uni<ProxmoxAnswer> interfaces(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid);

    /** By the guest agent. */
    @POST
    @Path("/nodes/{node}/qemu/{vmid}/agent/set-user-password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<ProxmoxAnswer> password(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid,
            String form);

    /** Begins a task. */
    @POST
    @Path("/nodes/{node}/qemu/{vmid}/status/stop")
    Uni<ProxmoxAnswer> stop(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid);

    /** Begins a task; takes the machine out of backups, replication and high availability, too. */
    @DELETE
    @Path("/nodes/{node}/qemu/{vmid}")
    Uni<ProxmoxAnswer> destroy(
            @HeaderParam("Authorization") String token,
            @PathParam("node") String node,
            @PathParam("vmid") int vmid,
            @QueryParam("purge") int purge,
            @QueryParam("destroy-unreferenced-disks") int disks);
}
