/** One customer as staff see him, and what they do to him. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.rest.users;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
