/**
 * Proxmox VE 8: a machine for each access. What takes time there is a task; see {@link
 * ProxmoxPanel} for how a machine is never made twice.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.proxmox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
