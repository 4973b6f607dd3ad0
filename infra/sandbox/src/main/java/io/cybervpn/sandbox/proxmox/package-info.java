/** A cluster of Proxmox VE 8 in memory: nodes, a template, machines and tasks that take time. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.proxmox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
