/**
 * The Remnawave panel, 2.x and 3.x: its API, its links, its pushes. All of its oddities end here.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.remnawave;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
