// Finds visual problems of our elements by measuring them. Run through the driver at the end of every test, so that no
// policy of the page blocks it. Returns a list of { rule, where, what }.
// biome-ignore lint/correctness/noUnusedVariables: geometry.rs calls it.
function findProblems(tags) {
  const found = [];

  // Tolerance for rounding, in pixels.
  const NEAR = 1.5;
  // No text of ours is easy to read in less width.
  const LEAST_WIDTH = 200;
  const NARROWEST_WINDOW = 320;

  const round = (number) => Math.round(number * 100) / 100;
  const nameOf = (element) => {
    const classes = [...element.classList].filter((name) => !name.startsWith('js-')).slice(0, 3);
    return [element.localName, element.id && `#${element.id}`].concat(classes.map((name) => `.${name}`)).join('');
  };
  const above = (element) =>
    element.assignedSlot || element.parentElement || (element.parentNode && element.parentNode.host) || null;
  const say = (rule, element, what) => {
    const root = element.getRootNode();
    const where = root.host ? `${nameOf(root.host)} » ${nameOf(element)}` : nameOf(element);
    found.push({ rule, where, what });
  };
  const quoted = (text) => {
    const words = text.trim().replace(/\s+/g, ' ');
    return `"${words.length > 40 ? `${words.slice(0, 40)}…` : words}"`;
  };

  // Documents: this one and, if accessible, the page around it and the frames inside.

  function* documents(view) {
    yield view.document;
    for (let at = 0; at < view.frames.length; at += 1) {
      try {
        const { document: inner, frameElement } = view.frames[at];
        if (inner && inner.body && frameElement.getClientRects().length) yield* documents(view.frames[at]);
      } catch {
        // Another origin.
      }
    }
  }

  const start = () => {
    try {
      return window.top.document ? window.top : window;
    } catch {
      return window;
    }
  };

  function elementsOfOurs(root, into = []) {
    for (const element of root.querySelectorAll('*')) {
      if (tags.includes(element.localName)) into.push(element);
      else if (element.shadowRoot) elementsOfOurs(element.shadowRoot, into);
    }
    return into;
  }

  // One document --------------------------------------------------------------------------------------------------

  function inspect(page) {
    const view = page.defaultView;
    const styles = new Map();
    const styleOf = (element) => {
      if (!styles.has(element)) styles.set(element, view.getComputedStyle(element));
      return styles.get(element);
    };

    const isShown = (element) => {
      if (!element.getClientRects().length) return false;
      // Folded content might still have a layout box.
      if (element.checkVisibility) return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      return styleOf(element).visibility === 'visible';
    };

    const memo = (make) => {
      const known = new Map();
      const look = (element) => {
        if (!known.has(element)) known.set(element, make(element, look));
        return known.get(element);
      };
      return look;
    };

    // Clipped to one pixel: for screen readers alone.
    const isForEarsAlone = memo((element, look) => {
      const style = styleOf(element);
      const isClipped = style.position === 'absolute' && style.clip.startsWith('rect(') && style.clip !== 'auto';
      const isDot = element.clientWidth <= 1 && element.clientHeight <= 1 && /hidden|clip/.test(style.overflowX);
      if (isClipped || isDot || style.clipPath === 'inset(50%)') return true;
      const parent = above(element);
      return Boolean(parent) && look(parent);
    });

    const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    // The part of an element's content that the element and its ancestors show: after scrolling, or at the current
    // scroll position.
    const windowBy = (isScrolling) =>
      memo((element, look) => {
        const parent = above(element);
        const outer = parent ? look(parent) : EVERYWHERE;
        const { overflowX, overflowY, display, position } = styleOf(element);
        // Everything on the page itself can be scrolled to.
        if (
          `${overflowX} ${overflowY}` === 'visible visible' ||
          !parent ||
          element === page.body ||
          /^(contents|inline)$/.test(display) ||
          position === 'fixed'
        )
          return outer;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const cut = (overflow, limits, [start, end]) => {
          if (overflow === 'visible') return limits;
          // Content of a scrolling box can be anywhere.
          return isScrolling && /auto|scroll/.test(overflow)
            ? [-Infinity, Infinity]
            : [Math.max(limits[0], start), Math.min(limits[1], end)];
        };
        const across = cut(overflowX, [outer.left, outer.right], [left, right]);
        const down = cut(overflowY, [outer.top, outer.bottom], [top, bottom]);
        return { left: across[0], right: across[1], top: down[0], bottom: down[1] };
      });
    const windowOf = windowBy(true);
    const viewOf = windowBy(false);

    const isScroller = (element) => /auto|scroll/.test(styleOf(element).overflowX);
    const isInScroller = memo((element, look) => {
      if (tags.includes(element.localName)) return false;
      if (isScroller(element) && element.scrollWidth > element.clientWidth + 1) return true;
      const parent = above(element);
      return Boolean(parent) && look(parent);
    });

    // Covers the content around it, by design.
    const isAfloat = memo((element, look) => {
      if (tags.includes(element.localName)) return false;
      if (/sticky|fixed/.test(styleOf(element).position)) return true;
      const parent = above(element);
      return Boolean(parent) && look(parent);
    });

    // Colours -------------------------------------------------------------------------------------------------------

    let brush = null;
    const colour = memo((text) => {
      const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
      if (plain) return [plain[1], plain[2], plain[3], plain[4] === undefined ? 1 : plain[4]].map(Number);
      const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(text);
      if (mixed) return [mixed[1] * 255, mixed[2] * 255, mixed[3] * 255, mixed[4] === undefined ? 1 : Number(mixed[4])];
      brush = brush || page.createElement('canvas').getContext('2d', { willReadFrequently: true });
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    });
    const over = ([red, green, blue, alpha], ground) =>
      [red, green, blue].map((part, at) => part * alpha + ground[at] * (1 - alpha));

    const isDark =
      page.documentElement &&
      /dark/.test(styleOf(page.documentElement).colorScheme) &&
      view.matchMedia('(prefers-color-scheme: dark)').matches;
    const CANVAS = isDark ? [18, 18, 18] : [255, 255, 255];

    // The colour behind an element's text, or null for an image.
    const groundOf = memo((element, look) => {
      const style = styleOf(element);
      const parent = above(element);
      if (style.backgroundImage !== 'none') return null;
      const own = colour(style.backgroundColor);
      if (own[3] === 1) return own.slice(0, 3);
      const behind = parent ? look(parent) : CANVAS;
      return behind && over(own, behind);
    });
    const opacityOf = memo((element, look) => {
      const parent = above(element);
      return Number(styleOf(element).opacity) * (parent ? look(parent) : 1);
    });

    const luminance = (rgb) => {
      const [red, green, blue] = rgb
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const hex = (rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

    const isDisabled = (element) => {
      if (element.closest(':disabled, [aria-disabled=true]')) return true;
      const label = element.closest('label');
      return Boolean(label && label.control && label.control.disabled);
    };

    // In a picture, text has its own outline, or the shape before it as background.
    const groundInPicture = (element) => {
      const style = styleOf(element);
      if (style.paintOrder.startsWith('stroke') && style.stroke !== 'none') return colour(style.stroke).slice(0, 3);
      for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
        const shape = styleOf(at);
        if (/^(circle|rect|path|ellipse|polygon)$/.test(at.localName) && /^rgb|^color/.test(shape.fill)) {
          return over(colour(shape.fill), groundOf(element.ownerSVGElement) || CANVAS);
        }
      }
      return groundOf(element.ownerSVGElement);
    };

    const hasSystemColours = view.matchMedia('(forced-colors: active)').matches;

    function checkContrast(element, text) {
      // The system sets these colours.
      if (hasSystemColours || isDisabled(element)) return;
      const style = styleOf(element);
      const picture = element.ownerSVGElement;
      const ground = picture ? groundInPicture(element) : groundOf(element);
      const paint = picture ? style.fill : style.webkitTextFillColor || style.color;
      if (!ground || !/^(rgb|color|okl)/.test(paint)) return;
      const own = colour(paint);
      const painted = over([own[0], own[1], own[2], own[3] * opacityOf(element)], ground);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const least = isLarge ? 3 : 4.5;
      const ratio = contrast(painted, ground);
      if (ratio < least - 0.005)
        say(
          'contrast',
          element,
          `${quoted(text)} has a contrast of ${round(ratio)}:1, ${hex(painted)} on ${hex(ground)}; at least ${least}:1`,
        );
    }

    // Text ----------------------------------------------------------------------------------------------------------

    const SILENT = 'script, style, title, desc, template, noscript, select, textarea, datalist';
    const range = page.createRange();
    const linesOf = (text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
    };

    /** All visible text of a root, in order: { text, element, lines }. */
    function textsOf(root) {
      const texts = [];
      const shown = memo((element) => isShown(element) && !element.closest(SILENT) && !isForEarsAlone(element));
      const walker = page.createTreeWalker(root, 4);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        const element = text.parentElement;
        if (!element || !text.data.trim() || !shown(element)) continue;
        const lines = linesOf(text);
        if (lines.length) texts.push({ text, element, lines });
      }
      return texts;
    }

    // The nearest ancestor that is visible as a box.
    const boxOf = memo((element, look) => {
      if (tags.includes(element.localName) || element === page.body) return null;
      const style = styleOf(element);
      const isDrawn =
        colour(style.backgroundColor)[3] > 0 ||
        (parseFloat(style.borderLeftWidth) > 0 && parseFloat(style.borderRightWidth) > 0);
      if (isDrawn && !/^inline$|contents|^table-row|^table-column/.test(style.display)) return element;
      const parent = above(element);
      return parent && look(parent);
    });

    // The area for its content. A scrolling element contains more than it shows.
    const boxFor = (element, box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      for (let at = element; at; at = at === box ? null : above(at)) {
        if (/auto|scroll/.test(styleOf(at).overflowY)) return { left, right, top: -Infinity, bottom: Infinity };
      }
      return { left, right, top, bottom };
    };

    function checkText({ text, element, lines }, edges) {
      const seen = [];
      const frame = windowOf(element);
      const now = viewOf(element);
      const box = boxOf(element);
      const around = box && boxFor(element, box);
      const isScrolled = isInScroller(element);
      const inPicture = Boolean(element.ownerSVGElement);
      for (const line of lines) {
        const { left, right } = line;
        // Letters are lower than their line box.
        const [top, bottom] = [line.top + line.height / 4, line.bottom - line.height / 4];
        const what = quoted(text.data);
        const part = {
          left: Math.max(left, now.left),
          right: Math.min(right, now.right),
          top: Math.max(top, now.top),
          bottom: Math.min(bottom, now.bottom),
        };
        if (part.left < part.right && part.top < part.bottom) seen.push({ ...part, text, element });
        if (isScrolled) continue;
        if (
          left < frame.left - NEAR ||
          right > frame.right + NEAR ||
          top < frame.top - NEAR ||
          bottom > frame.bottom + NEAR
        ) {
          say(
            'clipped',
            element,
            `${what} is cut off: ${round(left)} to ${round(right)} across, ${round(top)} to ${round(bottom)} down, in a box of ${round(frame.left)} to ${round(frame.right)} and ${round(frame.top)} to ${round(frame.bottom)}`,
          );
          break;
        }
        if (left < edges.left - NEAR || right > edges.right + NEAR) {
          say(
            'outside',
            element,
            `${what} reaches from ${round(left)} to ${round(right)}, its element from ${round(edges.left)} to ${round(edges.right)}`,
          );
          break;
        }
        if (
          around &&
          !inPicture &&
          (left < around.left - NEAR ||
            right > around.right + NEAR ||
            top < around.top - NEAR ||
            bottom > around.bottom + NEAR)
        ) {
          say(
            'outside',
            element,
            `${what} (${round(left)} to ${round(right)} across, ${round(top)} to ${round(bottom)} down) leaves its box ${nameOf(box)} (${round(around.left)} to ${round(around.right)}, ${round(around.top)} to ${round(around.bottom)})`,
          );
          break;
        }
      }
      return seen;
    }

    function checkOverlaps(pieces) {
      pieces.sort((one, other) => one.top - other.top);
      const told = new Set();
      let open = [];
      for (const piece of pieces) {
        open = open.filter(({ bottom }) => bottom > piece.top + NEAR);
        for (const other of open) {
          const across = Math.min(piece.right, other.right) - Math.max(piece.left, other.left);
          const down = Math.min(piece.bottom, other.bottom) - Math.max(piece.top, other.top);
          if (other.text === piece.text || across <= 2 || down <= 2) continue;
          // In the same line: slanted letters, kerning.
          if (isAfloat(piece.element) !== isAfloat(other.element)) continue;
          if (told.has(piece.text)) continue;
          told.add(piece.text);
          say(
            'overlap',
            piece.element,
            `${quoted(piece.text.data)} lies over ${quoted(other.text.data)} in ${nameOf(other.element)}, ${round(across)} by ${round(down)} px`,
          );
        }
        open.push(piece);
      }
    }

    // Boxes ---------------------------------------------------------------------------------------------------------

    // Without border, padding and scroll bars, in window pixels even if the page is zoomed.
    const insides = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const style = styleOf(element);
      const [before, after] = [parseFloat(style.borderLeftWidth), parseFloat(style.borderRightWidth)];
      const bar = Math.max(0, Math.round(element.offsetWidth - element.clientWidth - before - after));
      const scale = width / element.offsetWidth || 1;
      const isLeft = bar > 0 && element.clientLeft > before + 2;
      return {
        left: left + scale * (before + parseFloat(style.paddingLeft) + (isLeft ? bar : 0)),
        right: right - scale * (after + parseFloat(style.paddingRight) + (isLeft ? 0 : bar)),
      };
    };

    function checkHost(host) {
      const { left, right, width } = host.getBoundingClientRect();
      const style = styleOf(host);
      const room = page.documentElement.clientWidth;
      if (room >= NARROWEST_WINDOW && width < LEAST_WIDTH) {
        say('collapsed', host, `${round(width)} px wide in a window of ${room}`);
        return;
      }
      let parent = above(host);
      while (parent && styleOf(parent).display === 'contents') parent = above(parent);
      if (!parent || styleOf(parent).display === 'inline') return;
      if (!/^(static|relative)$/.test(style.position) || style.float !== 'none') return;
      const around = insides(parent);
      const margins = parseFloat(style.marginLeft) + parseFloat(style.marginRight);
      const available = around.right - around.left - margins * (width / host.offsetWidth || 1);
      const isPlain =
        /^(block|list-item|table-cell|flow-root)$/.test(styleOf(parent).display) &&
        styleOf(parent).columnCount === 'auto' &&
        styleOf(parent).columnWidth === 'auto' &&
        style.display === 'block' &&
        !host.style.width;
      if (isPlain && width < available - NEAR)
        say('collapsed', host, `${round(width)} px wide where ${round(available)} are free`);
      if (left < around.left - NEAR || right > around.right + NEAR) {
        say(
          'outside',
          host,
          `reaches from ${round(left)} to ${round(right)}, its container ${nameOf(parent)} from ${round(around.left)} to ${round(around.right)}`,
        );
      }
    }

    function checkBoxes(root, edges) {
      for (const element of root.querySelectorAll('*')) {
        const isPicture = element.localName === 'svg';
        if (element.ownerSVGElement || (!element.clientWidth && !isPicture)) continue;
        const isField = /^(input|select|textarea)$/.test(element.localName);
        const isWide = !isField && element.scrollWidth > element.clientWidth + 1;
        if (isWide && isScroller(element) && isShown(element) && !isForEarsAlone(element) && element.tabIndex < 0) {
          say(
            'scrolls',
            element,
            `its content is ${element.scrollWidth} px wide in ${element.clientWidth}, and no key scrolls it`,
          );
        }
        if (
          !isField &&
          !isPicture &&
          !/^(button|progress|img|table|td|th|fieldset|legend|pre|figure)$/.test(element.localName)
        )
          continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (left >= edges.left - NEAR && right <= edges.right + NEAR) continue;
        if (!width || !isShown(element) || isForEarsAlone(element) || isInScroller(above(element))) continue;
        say(
          'outside',
          element,
          `reaches from ${round(left)} to ${round(right)}, its element from ${round(edges.left)} to ${round(edges.right)}`,
        );
      }
    }

    function checkMarkers(root, texts) {
      const first = new Map();
      for (const { element, lines } of texts) {
        for (let at = element; at; at = at.parentElement) {
          if (/^(summary|li)$/.test(at.localName) && !first.has(at)) first.set(at, lines[0]);
        }
      }
      for (const element of root.querySelectorAll('summary, li')) {
        if (!isShown(element) || isForEarsAlone(element)) continue;
        const style = styleOf(element);
        const isListItem =
          style.display.includes('list-item') && (style.listStyleType !== 'none' || style.listStyleImage !== 'none');
        const before = view.getComputedStyle(element, '::before');
        const isArrow =
          before.content !== 'none' &&
          before.content !== 'normal' &&
          before.display.startsWith('inline') &&
          before.position !== 'absolute' &&
          before.float === 'none';
        if (!isListItem && !(isArrow && element.localName === 'summary')) continue;
        const { top } = element.getBoundingClientRect();
        const begin = top + parseFloat(style.borderTopWidth) + parseFloat(style.paddingTop);
        const height = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.2;
        const line = first.get(element);
        // An image or a field can follow a marker, too.
        if (!line && element.querySelector('svg, img, input, select, textarea, button')) continue;
        if (!line) say('marker', element, 'has a marker and no text');
        else if (line.top - begin > height * 0.75)
          say(
            'marker',
            element,
            `its marker stands on a line of its own: the text begins ${round(line.top - begin)} px below it, a line is ${round(height)} px high`,
          );
      }
    }

    // All of it -----------------------------------------------------------------------------------------------------

    const pieces = [];
    const check = (root, edges) => {
      const texts = textsOf(root);
      for (const text of texts) pieces.push(...checkText(text, edges));
      const asked = new Set();
      for (const { text, element } of texts) {
        if (!asked.has(element)) checkContrast(element, text.data);
        asked.add(element);
      }
      for (const field of root.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')) {
        if (field.value && isShown(field) && !isForEarsAlone(field)) checkContrast(field, field.value);
      }
      checkBoxes(root, edges);
      checkMarkers(root, texts);
    };

    const hosts = elementsOfOurs(page).filter(
      (host) => host.shadowRoot && host.shadowRoot.querySelector('.gpf') && isShown(host),
    );
    for (const host of hosts) {
      checkHost(host);
      check(host.shadowRoot, host.getBoundingClientRect());
    }
    // Pages that are entirely ours: the builder, the guides and the standalone page.
    const isOurs = page.body && (page.body.classList.contains('bld') || page.querySelector('body > .page-contents'));
    const wide = page.scrollingElement;
    if (isOurs) check(page.body, { left: 0, right: page.documentElement.clientWidth });
    checkOverlaps(pieces);
    if (wide && wide.scrollWidth > wide.clientWidth + 1) {
      for (const host of hosts) {
        const { right } = host.getBoundingClientRect();
        if (right + view.scrollX > wide.clientWidth + NEAR)
          say(
            'scrolls',
            host,
            `reaches to ${round(right)} and makes the page ${wide.scrollWidth} px wide in a window of ${wide.clientWidth}`,
          );
      }
      if (isOurs)
        say('scrolls', page.body, `the page is ${wide.scrollWidth} px wide in a window of ${wide.clientWidth}`);
    }
  }

  for (const page of documents(start())) {
    if (page.body && !/^(image|application)\//.test(page.contentType)) inspect(page);
  }
  return found;
}
