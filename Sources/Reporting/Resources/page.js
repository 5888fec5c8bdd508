'use strict';
(function () {
  const root = document.documentElement;
  root.classList.add('js');
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (name, text) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const drawn = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const data = (id) => {
    const element = document.getElementById(id);
    return element ? JSON.parse(element.textContent) : null;
  };

  // Tooltips: the marks' own titles, shown at once, for a finger too.
  const tip = make('div');
  tip.className = 'tip';
  tip.hidden = true;
  document.body.append(tip);
  const words = new WeakMap();
  const wordsOf = (mark) => {
    if (words.has(mark)) return words.get(mark);
    const title = mark.querySelector && mark.querySelector(':scope > title');
    const text = title ? title.textContent : '';
    if (title) title.remove();
    words.set(mark, text);
    return text;
  };
  const showTip = (event) => {
    const mark = event.target.closest && event.target.closest('.plot svg *');
    const text = mark ? wordsOf(mark) : '';
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    const x = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
    const y = event.clientY + 18 + tip.offsetHeight > window.innerHeight
      ? event.clientY - tip.offsetHeight - 12 : event.clientY + 18;
    tip.style.left = Math.max(4, x) + 'px';
    tip.style.top = y + 'px';
  };
  document.addEventListener('pointermove', showTip);
  document.addEventListener('pointerdown', showTip);
  document.addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') tip.hidden = true; });

  // Tables are sorted by their headings.
  const key = (cell) => {
    const value = cell.dataset.v;
    if (value === undefined) return cell.textContent;
    return value === '' ? -Infinity : Number(value);
  };
  all('table.sortable').forEach((table) => {
    all('thead th', table).forEach((heading, column) => {
      const button = make('button', heading.textContent);
      button.type = 'button';
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const falling = heading.getAttribute('aria-sort') !== 'descending' && heading.classList.contains('n')
          || heading.getAttribute('aria-sort') === 'ascending';
        const rows = all('tbody tr', table);
        const keyed = rows.map((row, place) => ({ row, place, value: key(row.cells[column]) }));
        keyed.sort((one, other) => {
          const order = one.value < other.value ? -1 : one.value > other.value ? 1 : 0;
          return (falling ? -order : order) || one.place - other.place;
        });
        all('thead th', table).forEach((other) => other.removeAttribute('aria-sort'));
        heading.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
        table.tBodies[0].replaceChildren(...keyed.map((entry) => entry.row));
      });
    });
  });

  // Numbers and pictures leave the page as files.
  const save = (name, type, text) => {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const rowsOf = (table) => [all('thead th', table), ...all('tbody tr', table).map((row) => Array.from(row.cells))]
    .map((cells, line) => cells.map((cell) =>
      line > 0 && cell.dataset.v !== undefined ? cell.dataset.v : cell.textContent.trim()));
  const field = (text) => /[",\n\r]|^[\s#]|\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  const csv = (table) => rowsOf(table).map((row) => row.map(field).join(',')).join('\n') + '\n';
  const copied = (button, done) => {
    const before = button.textContent;
    button.textContent = done ? 'Copied' : 'Not copied: select the table';
    setTimeout(() => { button.textContent = before; }, 1600);
  };
  const copy = (button, text) => {
    const byHand = () => {
      const area = make('textarea', text);
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      copied(button, done);
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => copied(button, true), byHand);
    else byHand();
  };
  const standalone = (figure) => {
    const svg = figure.querySelector('.plot svg').cloneNode(true);
    const box = svg.viewBox.baseVal;
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    svg.setAttribute('width', box.width);
    svg.setAttribute('height', box.height);
    // Titles that were taken for tips go back, as they stand now.
    const live = all('*', figure.querySelector('.plot svg'));
    all('*', svg).forEach((mark, place) => {
      const text = words.get(live[place]);
      if (!text || mark.querySelector(':scope > title')) return;
      const title = drawn('title');
      title.textContent = text;
      mark.prepend(title);
    });
    all('.found', svg).forEach((mark) => mark.classList.remove('found'));
    all('.foundties', svg).forEach((mark) => mark.remove());
    const paper = drawn('rect');
    paper.setAttribute('width', '100%');
    paper.setAttribute('height', '100%');
    paper.setAttribute('fill', '#ffffff');
    const style = drawn('style');
    style.textContent = document.getElementById('file-style').textContent;
    svg.prepend(style, paper);
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg) + '\n';
  };
  all('figure').forEach((figure) => {
    const table = figure.querySelector('table');
    all('button[data-do]', figure).forEach((button) => button.addEventListener('click', () => {
      if (button.dataset.do === 'copy') copy(button, rowsOf(table).map((row) => row.join('\t')).join('\n') + '\n');
      if (button.dataset.do === 'csv') save(figure.id + '.csv', 'text/csv', csv(table));
      if (button.dataset.do === 'svg') save(figure.id + '.svg', 'image/svg+xml', standalone(figure));
    }));
  });

  const people = data('people-data');
  let look = () => {};

  // A network: who is tied to whom. It can be drawn twice, for a screen and for a phone.
  const networks = all('figure[data-network]').map((figure) => {
    const views = all('.plot svg', figure).map((svg) => ({
      svg, circles: new Map(all('circle[data-n]', svg).map((circle) => [Number(circle.dataset.n), circle])),
    }));
    const content = data(figure.dataset.network);
    return { figure, views, data: content, ties: content.ties, at: null };
  });
  const clear = (network) => {
    network.at = null;
    all('.found', network.figure).forEach((mark) => mark.classList.remove('found'));
    all('.foundties', network.figure).forEach((mark) => mark.remove());
  };
  const show = (network, node) => {
    clear(network);
    network.at = node;
    network.views.forEach(({ svg, circles }) => {
      const circle = circles.get(node);
      if (!circle || circle.style.display === 'none') return;
      circle.classList.add('found');
      const place = (mark) => mark.getAttribute('cx') + ' ' + mark.getAttribute('cy');
      let course = '';
      for (let position = 0; position < network.ties.length; position += 3) {
        const [one, other] = [network.ties[position], network.ties[position + 1]];
        const friend = circles.get(one === node ? other : other === node ? one : -1);
        if (friend) course += 'M' + place(circle) + 'L' + place(friend);
      }
      const path = drawn('path');
      path.setAttribute('class', 'foundties');
      path.setAttribute('d', course);
      svg.querySelector('.nodes').before(path);
    });
  };
  networks.forEach((network) => network.views.forEach(({ circles }) => circles.forEach((circle, node) => {
    circle.addEventListener('click', () => {
      show(network, node);
      if (network.data.kind === 'people' && people) look(people.circles.indexOf(node));
    });
  })));

  // A slider over periods.
  networks.filter((network) => network.data.frames).forEach((network) => {
    const { figure } = network;
    const { svg, circles } = network.views[0];
    const frames = network.data.frames;
    const range = figure.querySelector('.slider input');
    const output = figure.querySelector('.slider output');
    const play = figure.querySelector('.slider button');
    const paths = all('.ties path', svg);
    const names = new Map(all('.names text[data-n]', svg).map((text) => [Number(text.dataset.n), text]));
    const alternative = svg.getAttribute('aria-label');
    const lastPeriod = 'period ' + frames[frames.length - 1].period;
    const draw = () => {
      const frame = frames[Number(range.value)];
      const listed = new Set(frame.listed);
      output.textContent = 'period ' + frame.period;
      range.setAttribute('aria-valuetext', 'period ' + frame.period);
      circles.forEach((circle, node) => {
        const isThere = frame.x[node] !== null;
        circle.style.display = isThere ? '' : 'none';
        const name = names.get(node);
        if (name) name.style.display = isThere ? '' : 'none';
        if (!isThere) return;
        circle.setAttribute('cx', frame.x[node]);
        circle.setAttribute('cy', frame.y[node]);
        circle.setAttribute('r', frame.r[node]);
        circle.setAttribute('fill', network.data.ramp[frame.c[node]]);
        circle.classList.toggle('l', listed.has(node));
        words.set(circle, frame.tips[node]);
        circle.querySelector(':scope > title')?.remove();
        if (name) {
          name.setAttribute('x', frame.x[node]);
          name.setAttribute('y', frame.y[node] + (network.data.kind === 'people' ? -9 : 4));
        }
      });
      const courses = paths.map(() => '');
      for (let position = 0; position < frame.ties.length; position += 3) {
        const [one, other, strength] = frame.ties.slice(position, position + 3);
        courses[strength] += 'M' + frame.x[one] + ' ' + frame.y[one] + 'L' + frame.x[other] + ' ' + frame.y[other];
      }
      paths.forEach((path, strength) => path.setAttribute('d', courses[strength]));
      network.ties = frame.ties;
      svg.setAttribute('aria-label', alternative.replace(lastPeriod, 'period ' + frame.period));
      if (network.at !== null) show(network, network.at);
    };
    const tell = network.data.tell;
    frames.forEach((frame) => {
      frame.tips = frame.x.map((_, node) => network.data.names[node] + ': ' + tell.replace('{own}', frame.own[node])
        .replace('{public}', frame.score[node]).replace('{people}', frame.people[node]));
    });
    let timer = null;
    const stop = () => {
      clearInterval(timer);
      timer = null;
      play.textContent = 'Play';
    };
    range.addEventListener('input', draw);
    play.addEventListener('click', () => {
      if (timer) return stop();
      play.textContent = 'Stop';
      if (Number(range.value) === frames.length - 1) range.value = 0; else range.value = Number(range.value) + 1;
      draw();
      timer = setInterval(() => {
        range.value = Number(range.value) + 1;
        draw();
        if (Number(range.value) === frames.length - 1) stop();
      }, 900);
    });
    draw();
  });

  // Look someone up.
  const search = document.getElementById('search');
  if (search && people) {
    const hits = document.getElementById('hits');
    const card = document.getElementById('card');
    const lower = people.rows.map((row) => String(row[0]).toLocaleLowerCase());
    look = (person) => {
      const row = people.rows[person];
      if (!row) return;
      const list = make('dl');
      list.className = 'facts';
      people.columns.forEach((column, place) => {
        if (place === 0 || row[place] === null) return;
        const box = make('div');
        box.append(make('dt', column), make('dd', String(row[place])));
        list.append(box);
      });
      const title = make('h3');
      title.append(make('bdi', row[0]));
      card.replaceChildren(title, list);
      card.hidden = false;
      networks.forEach((network) => {
        const node = people.circles[person];
        if (node === null) clear(network); else show(network, node);
      });
    };
    search.addEventListener('input', () => {
      const asked = search.value.trim().toLocaleLowerCase();
      hits.replaceChildren();
      document.getElementById('hit-count').textContent = '';
      if (!asked) return;
      const found = lower.map((name, place) => ({ name, place })).filter((entry) => entry.name.includes(asked));
      found.sort((one, other) => one.name.indexOf(asked) - other.name.indexOf(asked)
        || one.name.length - other.name.length || one.place - other.place);
      document.getElementById('hit-count').textContent = found.length === 0 ? 'Nobody of that name is in this page.'
        : found.length === 1 ? '1 person' : found.length + ' people';
      found.slice(0, 12).forEach((entry) => {
        const name = people.rows[entry.place][0];
        const item = make('li');
        const button = make('button');
        button.type = 'button';
        button.append(make('bdi', name));
        button.addEventListener('click', () => look(entry.place));
        item.append(button);
        hits.append(item);
      });
      if (found.length === 1) look(found[0].place);
    });
  }
})();
