// Looks at a page for the checks; window.probe is there after this ran.
window.probe = (() => {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true });
  const told = (element) => '<' + element.tagName.toLowerCase() + (element.id ? ' #' + element.id : '') + '> '
    + (element.getAttribute('aria-label') || element.textContent || '').trim().slice(0, 60);
  const WRONG = /(^|[^\p{L}])(NaN|nan|inf|undefined|[+-]?Infinity|null|\[object \w+\])($|[^\p{L}])/u;

  // What the page is made of; names from data must have added nothing to it.
  const structure = () => {
    const ids = all('[id]').map((element) => element.id);
    const references = ['aria-labelledby', 'aria-describedby', 'for', 'list', 'aria-controls'].flatMap((name) =>
      all(`[${name}]`).flatMap((element) => element.getAttribute(name).split(/\s+/)));
    const links = all('a[href]').map((element) => element.getAttribute('href'));
    return {
      doubled: ids.filter((id, place) => ids.indexOf(id) !== place),
      dangling: references.concat(links.filter((link) => link.startsWith('#')).map((link) => link.slice(1)))
        .filter((id) => !document.getElementById(id)),
      away: links.filter((link) => !link.startsWith('#')),
      elements: Array.from(new Set(all('*').map((element) => element.tagName.toLowerCase()))),
      scripts: all('script').map((script) => script.type + '#' + script.id),
      handlers: all('*').flatMap((element) => Array.from(element.attributes)
        .filter((attribute) => /^(on|src|srcset|action|formaction|xlink)/i.test(attribute.name)
          || /^\s*(javascript|data|https?):/i.test(attribute.value)).map((attribute) => attribute.name)),
      language: document.documentElement.lang,
      headings: all('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName[1])),
    };
  };

  const figures = () => all('figure').map((figure) => ({
    id: figure.id,
    caption: (figure.querySelector('figcaption') || { textContent: '' }).textContent.trim(),
    heading: (figure.querySelector('h3') || { textContent: '' }).textContent.trim(),
    pictures: all('svg', figure).filter((svg) => !svg.closest('[aria-hidden=true]')).map((svg) => ({
      role: svg.getAttribute('role'), name: (svg.getAttribute('aria-label') || '').trim(),
      marks: all('circle, rect, path, line', svg).length,
    })),
    columns: all('table thead th', figure).length,
    rows: all('table tbody tr', figure).length,
  }));

  const words = () => ({
    // One of the settings is called null.
    text: document.body.innerText.split('\n').filter((line) => WRONG.test(line) && !line.startsWith('null\t'))
      .slice(0, 5),
    unfilled: all('svg [fill^="#"]').filter((mark) => getComputedStyle(mark).fill === 'none')
      .map((mark) => mark.outerHTML.slice(0, 80)).slice(0, 5),
    hidden: all('title, td, figcaption').map((element) => element.textContent).filter((text) => WRONG.test(text))
      .slice(0, 5),
    attributes: all('svg, svg *, [aria-label], [aria-valuetext], [data-v]').flatMap((element) =>
      Array.from(element.attributes).filter((attribute) => WRONG.test(attribute.value))
        .map((attribute) => attribute.name + '=' + attribute.value.slice(0, 80))).slice(0, 5),
    geometry: all('svg *').flatMap((element) => ['x', 'y', 'cx', 'cy', 'r', 'width', 'height', 'x1', 'x2', 'y1', 'y2']
      .filter((name) => element.hasAttribute(name) && !/^-?\d+(\.\d+)?%?$/.test(element.getAttribute(name)))
      .map((name) => name + '=' + element.getAttribute(name))).slice(0, 5),
  });

  // What reaches beyond the window, beyond its picture, or lies on other words.
  const fit = () => {
    const scrolls = (element) => {
      for (let up = element; up && up !== document.body; up = up.parentElement) {
        if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const texts = all('svg').filter(seen).map((svg) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / (svg.viewBox.baseVal.width || 1);
      return { svg, box, scale, texts: all('text', svg).filter(seen)
        .filter((text) => text.textContent.trim() && text.getBoundingClientRect().width > 0) };
    });
    // A little is left to fonts.
    const cut = texts.flatMap(({ svg, box, texts }) => texts.filter((text) => {
      const at = text.getBoundingClientRect();
      return at.left < box.left - 2 || at.right > box.right + 2 || at.top < box.top - 4 || at.bottom > box.bottom + 4;
    }).map((text) => (svg.closest('figure') || svg).id + ': ' + text.textContent.slice(0, 40)));
    const crowded = texts.flatMap(({ svg, texts }) => {
      const places = texts.map((text) =>
        ({ text, at: text.getBoundingClientRect(), isName: text.closest('.names') !== null }));
      const pairs = [];
      places.forEach((one, index) => places.slice(index + 1).forEach((other) => {
        const across = Math.min(one.at.right, other.at.right) - Math.max(one.at.left, other.at.left);
        const down = Math.min(one.at.bottom, other.at.bottom) - Math.max(one.at.top, other.at.top);
        // Names of people who stand close lie on each other; a rim keeps the upper one readable.
        if (one.isName && other.isName) return;
        if (across > 3 && down > 0.45 * Math.min(one.at.height, other.at.height)) {
          pairs.push((svg.closest('figure') || svg).id + ': ' + one.text.textContent.slice(0, 30) + ' | '
            + other.text.textContent.slice(0, 30));
        }
      }));
      return pairs;
    });
    return {
      page: document.documentElement.scrollWidth - window.innerWidth,
      out: all('body *').filter((element) => !element.closest('svg') && seen(element)).filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > window.innerWidth + 1 && box.width > 0 && !scrolls(element.parentElement);
      }).map(told).slice(0, 5),
      cut, crowded,
    };
  };

  // Controls that are to be seen.
  const controls = () => all('button, input, select, textarea, output').filter(seen).map(told);
  const pictures = () => all('figure').map((figure) => ({
    id: figure.id,
    sizes: all('svg', figure).filter(seen).map((svg) => {
      const box = svg.getBoundingClientRect();
      return [box.width, box.height];
    }).filter(([width, height]) => width > 100 && height > 30).length,
  }));

  const cells = (table) => all('tbody tr', table).map((row) => Array.from(row.cells)
    .map((cell) => ({ value: cell.dataset.v === undefined ? null : cell.dataset.v, text: cell.textContent })));
  const headings = (table) => all('thead th', table).map((heading) => ({
    text: heading.textContent.trim(), isNumber: heading.classList.contains('n'),
    sort: heading.getAttribute('aria-sort'),
  }));
  // Each heading of each sortable table pressed so many times, and the order of the first rows after each.
  const sorted = (presses) => all('table.sortable').map((table) => {
    const places = new Map(all('tbody tr', table).map((row, place) => [row, place]));
    return {
      name: table.closest('[aria-label]').getAttribute('aria-label'), headings: headings(table), rows: cells(table),
      after: all('thead th button', table).map((button) => Array.from({ length: presses }, () => {
        button.click();
        return { sort: button.closest('th').getAttribute('aria-sort'), marked: all('[aria-sort]', table).length,
          order: all('tbody tr', table).map((row) => places.get(row)) };
      })),
    };
  });

  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      is: element.id || element.className || element.tagName, tag: element.tagName.toLowerCase(), told: told(element),
      outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inside: box.right > 0 && box.left < window.innerWidth && box.width > 0 && box.height > 0
        && box.bottom > 0 && box.top < window.innerHeight,
    };
  };

  // The marks of a moving network.
  const network = (view) => {
    const svg = all('figure[data-network] .plot svg')[view || 0];
    const marks = (selector, names) => all(selector, svg).map((mark) => Object.fromEntries(
      names.map((name) => [name, mark.getAttribute(name)]).concat([['hidden', mark.style.display === 'none']])));
    return {
      circles: marks('circle[data-n]', ['data-n', 'cx', 'cy', 'r', 'fill']),
      names: marks('.names text[data-n]', ['data-n', 'x', 'y']),
      ties: marks('.ties path', ['d']),
    };
  };
  const highlighted = () => all('figure[data-network] .plot svg').map((svg) => ({
    circles: all('circle.found', svg).map((circle) => Number(circle.dataset.n)),
    ties: all('.foundties', svg).map((path) => (path.getAttribute('d').match(/M/g) || []).length)
      .reduce((sum, count) => sum + count, 0),
  }));
  const card = () => {
    const box = document.getElementById('card');
    return {
      hidden: box.hidden, name: (box.querySelector('bdi') || { textContent: '' }).textContent,
      children: all('bdi *', box).length,
      facts: Object.fromEntries(all('dl > div', box).map((row) =>
        [row.querySelector('dt').textContent, row.querySelector('dd').textContent])),
    };
  };
  const data = (id) => {
    const element = document.getElementById(id);
    return element ? JSON.parse(element.textContent) : null;
  };

  return { structure, figures, words, fit, controls, pictures, sorted, cells, headings, focused, network, highlighted,
    card, data, all, seen };
})();
