// What a person does on the search page, in Chromium; prints TAP.
// node search.cjs CHROMIUM URL PROFILE FILE.html...; $SCREENSHOT names a file for
// a picture.
'use strict';

const { chromium } = require('playwright-core');
const axe = require('axe-core');

const { basename } = require('node:path');

const [executablePath, url, profile, ...files] = process.argv.slice(2);
let count = 0;
let failed = 0;

function ok(good, what, note) {
	count++;
	if (!good)
		failed++;
	console.log(`${good ? 'ok' : 'not ok'} ${count} - ${what}`);
	if (!good && note !== undefined)
		console.log(String(note).replace(/^/gm, '# '));
}

function is(got, want, what) {
	ok(got === want, what, `got:  ${got}\nwant: ${want}`);
}

// The server was started a moment ago.
async function open(page, address) {
	for (let tries = 0; ; tries++) {
		try {
			return await page.goto(address);
		} catch (error) {
			if (tries === 50)
				throw error;
			await new Promise((done) => setTimeout(done, 100));
		}
	}
}

// The page's own policy lets no script in, so axe runs beside it, through the
// debugger, as the browser's own tools do.
async function accessible(page, what) {
	const session = await page.context().newCDPSession(page);
	const run = async (expression) => {
		const { result, exceptionDetails } = await session.send(
			'Runtime.evaluate',
			{ expression, awaitPromise: true, returnByValue: true });
		if (exceptionDetails)
			throw new Error(JSON.stringify(exceptionDetails));
		return result.value;
	};
	await run(axe.source + '; null');
	const found = JSON.parse(await run(
		'axe.run().then((r) => JSON.stringify({' +
		' passes: r.passes.length, violations: r.violations }))'));
	ok(found.passes > 10, `${what}: axe looked at it`, found.passes);
	ok(found.violations.length === 0, `${what}: axe finds nothing wrong`,
		found.violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n` +
			v.nodes.map((n) => n.html).join('\n')).join('\n'));
	await session.detach();
}

async function searches(page) {
	const response = await open(page, url);
	is(response.status(), 200, 'the page is there');
	is(await page.locator('h1').textContent(),
		'Search the committee papers', 'it says what it is');
	await accessible(page, 'the box');

	await page.getByLabel('What are you looking for?')
		.fill('foster carer recruitment');
	await page.keyboard.press('Enter');
	await page.waitForURL(/q=foster/);
	const titles = await page.locator('ol.hits h3').allTextContents();
	ok(titles.length > 3 && titles.some((t) => /Recruitment/i.test(t)),
		'Enter finds items', titles.join('\n'));
	ok(await page.locator('.snippet mark').count() > 3,
		'what matched is marked');
	is(await page.getByLabel('What are you looking for?').inputValue(),
		'foster carer recruitment', 'the question stays');
	ok(/ellersham\.example\/papers\//.test(await page
		.locator('.source a').first().getAttribute('href')),
		'a hit links to the published paper');
	await accessible(page, 'what was found');

	const first = page.locator('ol.hits h3 a').first();
	const title = await first.textContent();
	await first.click();
	await page.waitForURL(/id=/);
	is(await page.locator('h1').textContent(), title,
		'a click opens the item');
	await accessible(page, 'an item');
	await page.getByRole('link', { name: 'Back to what was found' })
		.click();
	is(await page.locator('ol.hits h3').first().textContent(), title,
		'and back');
}

// An officer whom most minutes name by post alone, from the box for officers.
async function narrows(page) {
	await open(page, url);
	await page.getByLabel('Officer').fill('kettlewell');
	await page.getByLabel('From').fill('2022');
	await page.getByLabel('To', { exact: true }).fill('31/12/2022');
	await page.getByRole('button', { name: 'Search' }).click();
	await page.waitForURL(/officer=kettlewell/);
	const dates = await page.locator('ol.hits time')
		.evaluateAll((all) => all.map((time) => time.dateTime));
	ok(dates.length > 0 && dates.every((date) => date.startsWith('2022-')),
		'an officer and dates narrow it', dates.join(' '));
	await page.getByRole('link', { name: 'Oldest' }).click();
	await page.waitForURL(/sort=oldest/);
	const sorted = await page.locator('ol.hits time')
		.evaluateAll((all) => all.map((time) => time.dateTime));
	is(sorted.join(' '), [...sorted].sort().join(' '), 'oldest first');
}

async function corrects(page) {
	await open(page, url);
	await page.getByLabel('What are you looking for?').fill('foster "carer');
	await page.keyboard.press('Enter');
	const alert = page.getByRole('alert');
	ok(/this quote is not closed/.test(await alert.textContent()),
		'what is wrong is said');
	await accessible(page, 'what is wrong');
	await alert.getByRole('link').click();
	is(await page.evaluate('document.activeElement.id'), 'q',
		'its link leads to the box');
	await page.keyboard.press('End');
	await page.keyboard.type('"');
	await page.keyboard.press('Enter');
	await page.locator('ol.hits').waitFor();
	ok(true, 'and once mended it finds items');
}

async function without(context) {
	const page = await context.newPage();
	await page.setViewportSize({ width: 320, height: 640 });
	await open(page, url + '?q=fostering');
	const width = await page.evaluate(
		'document.documentElement.scrollWidth');
	ok(width <= 320, 'a small telephone needs no sideways scrolling', width);
	await page.emulateMedia({ colorScheme: 'dark' });
	await accessible(page, 'in the dark');
	await page.locator('ol.hits a').first().press('Enter');
	await page.locator('section.life').waitFor();
	const life = await page.evaluate(
		'document.documentElement.scrollWidth');
	ok(life <= 320, "a matter's life needs none either", life);
	await accessible(page, "a matter's life in the dark");
	await page.close();
}

// Without a mouse: past the head of the page, and through what was found.
async function by_keyboard(page) {
	await open(page, url + '?q=fostering');
	const focused = () => page.evaluate(
		'document.activeElement.getAttribute("href")');
	await page.keyboard.press('Tab');
	is(await focused(), '#main', 'the first key leads past the head');
	await page.keyboard.press('Enter');
	for (let i = 0; i < 20 && !/id=/.test(await focused()); i++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.waitForURL(/id=/);
	ok(true, 'and others to an item');
}

// Wide things must be cut to the paper as well as to a small telephone.
async function fits(page, width, what) {
	await page.setViewportSize({ width, height: 640 });
	const needed = await page.evaluate(
		'document.documentElement.scrollWidth');
	ok(needed <= width, what, needed);
}

// What commands write to be printed or sent.
async function documents(context) {
	for (const file of files) {
		const page = await context.newPage();
		const what = basename(file, '.html');
		await page.goto('file://' + file);
		ok(await page.locator('h1').count() === 1, `${what}: a heading`);
		await accessible(page, what);
		await fits(page, 320, `${what}: fits a small telephone`);
		await page.emulateMedia({ media: 'print' });
		await fits(page, 720, `${what}: fits a printed page`);
		await page.close();
	}
}

// The picture in the README.
async function picture(page, path) {
	await page.setViewportSize({ width: 1000, height: 1000 });
	await open(page, url +
		'?q=flooding&officer=kettlewell');
	await page.screenshot({ path });
}

async function main() {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		args: ['--no-sandbox', '--disable-gpu'],
		viewport: { width: 1100, height: 900 },
	});
	const page = context.pages()[0];
	const complaints = [];
	page.on('console', (message) => {
		// The browser asks for an icon; this server has none.
		if (message.type() === 'error' &&
			!/favicon|status of 400/.test(message.text() +
				message.location().url))
			complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.setDefaultTimeout(20000);
	await searches(page);
	await narrows(page);
	await corrects(page);
	await without(context);
	await by_keyboard(page);
	await documents(context);
	if (process.env.SCREENSHOT)
		await picture(page, process.env.SCREENSHOT);
	is(complaints.join('\n'), '', 'the browser has nothing to complain of');
	await context.close();
}

main().catch((error) => ok(false, 'the browser ran', error.stack))
	.finally(() => {
		console.log(`1..${count}`);
		process.exitCode = failed === 0 ? 0 : 1;
	});
